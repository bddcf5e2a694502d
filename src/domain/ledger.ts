/**
 * The ledger's arithmetic. All money is in millionths of the currency. `charged` and `credited` of a connection only rise;
 * what is credited pays the oldest debt first, so a bill is known by what was charged when it was issued.
 */

export type LedgerBill = {
  /** What the connection had been charged in all when this bill was issued, this bill included. */
  chargedAfter: bigint;
  amount: bigint;
};

export type DueBill = LedgerBill & {
  /** Last day for paying, days since 1970-01-01. */
  dueDay: number;
};

export type BillStatus = 'paid' | 'partPaid' | 'due' | 'overdue';

/** What is still to pay on a bill. */
export function openAmount({ chargedAfter, amount }: LedgerBill, credited: bigint): bigint {
  return clamp(chargedAfter - credited, amount);
}

/** What a connection owes. */
export function arrears(charged: bigint, credited: bigint): bigint {
  return positive(charged - credited);
}

/** What a connection has paid ahead. */
export function advance(charged: bigint, credited: bigint): bigint {
  return positive(credited - charged);
}

/** Overdue from the day after the due day on, whether or not a part is paid. */
export function billStatus(bill: DueBill, credited: bigint, today: number): BillStatus {
  const open = openAmount(bill, credited);
  if (open === 0n) return 'paid';
  if (today > bill.dueDay) return 'overdue';
  return open < bill.amount ? 'partPaid' : 'due';
}

/** The bills that are not paid in full, in the order given, and what is open on each. */
export function openBills<Bill extends LedgerBill>(
  bills: readonly Bill[],
  credited: bigint,
): { bill: Bill; open: bigint }[] {
  return bills.map((bill) => ({ bill, open: openAmount(bill, credited) })).filter(({ open }) => open > 0n);
}

export type Allocation<Bill> = {
  /** The bills that the credit paid, or paid a part of, in the order given. */
  bills: { bill: Bill; amount: bigint }[];
  /** The part of it that was ahead of everything charged. */
  advance: bigint;
};

/**
 * Where a credit went that raised `credited` from `before` to `after`, as seen when `charged` had been charged: an advance
 * becomes the payment of a bill as soon as that is issued.
 */
export function allocate<Bill extends LedgerBill>(
  bills: readonly Bill[],
  { before, after }: { before: bigint; after: bigint },
  charged: bigint,
): Allocation<Bill> {
  return {
    bills: bills
      .map((bill) => ({ bill, amount: openAmount(bill, before) - openAmount(bill, after) }))
      .filter(({ amount }) => amount > 0n),
    advance: advance(charged, after) - advance(charged, before),
  };
}

/** What is open, by how long it has been overdue. */
export type Ageing = {
  notDue: bigint;
  days1To30: bigint;
  days31To60: bigint;
  days61To90: bigint;
  over90Days: bigint;
};

/** Sums what is open on bills, each with the `credited` of its own connection, into buckets by days since the due day. */
export function ageing(bills: Iterable<{ bill: DueBill; credited: bigint }>, today: number): Ageing {
  const sums: Ageing = { notDue: 0n, days1To30: 0n, days31To60: 0n, days61To90: 0n, over90Days: 0n };
  for (const { bill, credited } of bills) {
    sums[ageOf(today - bill.dueDay)] += openAmount(bill, credited);
  }
  return sums;
}

function ageOf(daysOverdue: number): keyof Ageing {
  if (daysOverdue <= 0) return 'notDue';
  if (daysOverdue <= 30) return 'days1To30';
  if (daysOverdue <= 60) return 'days31To60';
  return daysOverdue <= 90 ? 'days61To90' : 'over90Days';
}

function clamp(value: bigint, most: bigint): bigint {
  return value > most ? most : positive(value);
}

function positive(value: bigint): bigint {
  return value > 0n ? value : 0n;
}
