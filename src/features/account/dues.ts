import { advance, arrears, billStatus, type DueBill, openBills } from '../../domain/ledger.ts';

/** What is to be paid on a connection; money in millionths of the currency, days since 1970. */
export interface Dues {
  arrears: bigint;
  advance: bigint;
  /** The part of the arrears that is overdue, of how many bills, and the due day of the oldest of them. */
  overdue: { amount: bigint; bills: number; since: number } | null;
  /** The rest of the arrears by due day, the nearest first. */
  upcoming: { day: number; amount: bigint }[];
  /** Whether every open bill was among those given: until then, due days are missing. */
  isComplete: boolean;
}

/** @param bills Newest first, with their surcharges; older ones may be missing. */
export function duesOf(
  { charged, credited }: { charged: bigint; credited: bigint },
  bills: readonly DueBill[],
  today: number,
): Dues {
  const owed = arrears(charged, credited);
  const open = openBills(bills, credited).reverse();
  const overdue = open.filter(({ bill }) => billStatus(bill, credited, today) === 'overdue');
  const oldest = overdue[0];
  return {
    arrears: owed,
    advance: advance(charged, credited),
    overdue: oldest ? { amount: sumOf(overdue), bills: overdue.length, since: oldest.bill.dueDay } : null,
    upcoming: open
      .filter((one) => !overdue.includes(one))
      .map(({ bill, open }) => ({ day: bill.dueDay, amount: open })),
    isComplete: sumOf(open) === owed,
  };
}

function sumOf(open: readonly { open: bigint }[]): bigint {
  return open.reduce((sum, { open }) => sum + open, 0n);
}
