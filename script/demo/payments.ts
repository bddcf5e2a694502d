/** A connection's month, as its bills stand after the billing run. */
export type BilledMonth = {
  /** How many months of the demonstration follow. */
  monthsLeft: number;
  /** What is owed, in millionths of the currency; negative with an advance. */
  owed: bigint;
  /** The part of it that was billed this month. */
  billed: bigint;
};

export type PlannedPayment = {
  /** Day of the month. */
  day: number;
  /** Millionths of the currency, whole rupees. */
  amount: bigint;
};

const RUPEE = 1_000_000n;

/** When the London home pays in advance: so many months before the last. */
export const ADVANCE_MONTHS_LEFT = 9;
export const ADVANCE = 5_000n * RUPEE;

/** How consumers pay. Every habit but `whole` and `parts` leaves something for the board to look at. */
const habits = {
  whole: ({ owed }) => [{ day: 8, amount: owed }],
  parts: inParts,
  /** Rounds up to the next 5,000 when the advance is used up. */
  ahead: ({ owed }) => (owed > 0n ? [{ day: 5, amount: (owed / (5_000n * RUPEE) + 1n) * 5_000n * RUPEE }] : []),
  /** Pays the month before, and never the latest bill. */
  'always-behind': ({ owed, billed }) => [{ day: 22, amount: owed - billed }],
  'behind-1': (month) => stopping(month, 1),
  'behind-2': (month) => stopping(month, 2),
  'behind-3': (month) => stopping(month, 3),
  /** In parts, once in advance; a third of the last bill but one, and nothing of the last. */
  'london-home': (month) => {
    if (month.monthsLeft === 0) return [];
    if (month.monthsLeft === 1) return [{ day: 14, amount: inRupees(month.owed / 3n) }];
    const advance = { day: 22, amount: ADVANCE };
    return month.monthsLeft === ADVANCE_MONTHS_LEFT ? [...inParts(month), advance] : inParts(month);
  },
} satisfies Record<string, (month: BilledMonth) => PlannedPayment[]>;

export type Habit = keyof typeof habits;

export const habitNames = Object.keys(habits) as Habit[];

/** What a consumer pays in a month, and when. */
export function plannedPayments(habit: Habit, month: BilledMonth): PlannedPayment[] {
  const planned: PlannedPayment[] = habits[habit](month);
  return planned.filter(({ amount }) => amount > 0n);
}

function inParts({ owed }: BilledMonth): PlannedPayment[] {
  const half = inRupees(owed / 2n);
  return [
    { day: 8, amount: half },
    { day: 14, amount: owed - half },
  ];
}

/** Pays everything until the last bills, of which the newest isn't due yet. */
function stopping({ monthsLeft, owed }: BilledMonth, unpaid: number): PlannedPayment[] {
  return monthsLeft > unpaid ? [{ day: 8, amount: owed }] : [];
}

function inRupees(amount: bigint): bigint {
  return amount - (amount % RUPEE);
}
