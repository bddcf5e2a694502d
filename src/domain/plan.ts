/** An agreed instalment plan; money in millionths of the currency, days since 1970. */
export type Plan = {
  total: bigint;
  parts: number;
  /** Days between instalments; the first is due that long after the start. */
  interval: number;
  startDay: number;
  /** The connection's `credited` when it was agreed. */
  creditedBefore: bigint;
};

export type Instalment = {
  /** Last day to pay it. */
  day: number;
  amount: bigint;
  state: 'paid' | 'due' | 'missed';
};

export type PlanState = {
  /** `paid`: in full. A broken plan is kept again once what is missing is paid. */
  state: 'kept' | 'broken' | 'paid';
  /** What `credited` has to have reached by now. */
  asked: bigint;
  /** What of it is not paid. */
  missing: bigint;
  /** The instalment that comes next, and what has to be paid by then, what is missing included. Null when none is to come. */
  next: { day: number; amount: bigint } | null;
  instalments: Instalment[];
};

/** @param credited the connection's, now */
export function planState(plan: Plan, credited: bigint, today: number): PlanState {
  const { parts, interval, startDay, total, creditedBefore } = plan;
  const instalments = Array.from({ length: parts }, (_, index) => {
    const day = startDay + interval * (index + 1);
    const target = creditedAt(plan, index + 1);
    const amount = target - creditedAt(plan, index);
    return { day, amount, target, state: instalmentState(credited >= target, today > day) };
  });
  // An instalment can be paid until its day ends.
  const passed = Math.floor((today - startDay - 1) / interval);
  const asked = creditedAt(plan, Math.min(Math.max(passed, 0), parts));
  const missing = credited < asked ? asked - credited : 0n;
  const next = instalments.find(({ state }) => state === 'due');
  const isPaid = credited >= creditedBefore + total;
  return {
    state: isPaid ? 'paid' : missing > 0n ? 'broken' : 'kept',
    asked,
    missing,
    next: next ? { day: next.day, amount: next.target - credited } : null,
    instalments: instalments.map(({ day, amount, state }) => ({ day, amount, state })),
  };
}

/** What `credited` has to reach with so many instalments. */
function creditedAt({ creditedBefore, total, parts }: Plan, instalments: number): bigint {
  return creditedBefore + (total * BigInt(instalments)) / BigInt(parts);
}

function instalmentState(isPaid: boolean, isPast: boolean): Instalment['state'] {
  if (isPaid) return 'paid';
  return isPast ? 'missed' : 'due';
}
