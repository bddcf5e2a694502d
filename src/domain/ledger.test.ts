import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, ageing, allocate, arrears, billStatus, type DueBill, openAmount, openBills } from './ledger.ts';

const bill = (chargedAfter: bigint, amount: bigint, dueDay = 100): DueBill => ({ chargedAfter, amount, dueDay });

/** Bills of a connection in the order of their issue, and what was credited in all. */
const accounts = fc
  .record({
    amounts: fc.array(fc.bigInt(0n, 1000n), { maxLength: 8 }),
    credits: fc.tuple(fc.bigInt(0n, 6000n), fc.bigInt(0n, 3000n)),
  })
  .map(({ amounts, credits: [before, payment] }) => {
    let charged = 0n;
    const bills = amounts.map((amount) => {
      charged += amount;
      return bill(charged, amount);
    });
    return { bills, charged, before, after: before + payment };
  });

describe('the first story', () => {
  const first = bill(2500n, 2500n);

  it('leaves 500 of 2,500 open when 2,000 are paid, and nothing when 500 more are', () => {
    expect(openAmount(first, 2000n)).toBe(500n);
    expect(billStatus(first, 2000n, 90)).toBe('partPaid');
    expect(arrears(2500n, 2000n)).toBe(500n);
    expect(openAmount(first, 2500n)).toBe(0n);
    expect(billStatus(first, 2500n, 90)).toBe('paid');
    expect(arrears(2500n, 2500n)).toBe(0n);
  });
});

describe('openAmount', () => {
  it('lies between nothing and the bill, and adds up to the arrears', () => {
    fc.assert(
      fc.property(accounts, ({ bills, charged, after }) => {
        const open = bills.map((one) => openAmount(one, after));
        bills.forEach(({ amount }, index) => {
          expect(open[index]).toBeGreaterThanOrEqual(0n);
          expect(open[index]).toBeLessThanOrEqual(amount);
        });
        expect(open.reduce((sum, amount) => sum + amount, 0n)).toBe(arrears(charged, after));
      }),
    );
  });

  it('pays the oldest bill first', () => {
    expect(openAmount(bill(100n, 100n), 100n)).toBe(0n);
    expect(openAmount(bill(150n, 50n), 100n)).toBe(50n);
  });
});

it('openBills leaves out what is paid', () => {
  const [first, second, third] = [bill(100n, 100n), bill(150n, 50n), bill(180n, 30n)];
  expect(openBills([third, second, first], 120n)).toEqual([
    { bill: third, open: 30n },
    { bill: second, open: 30n },
  ]);
});

describe('billStatus', () => {
  it.each([
    [0n, 100, 'due'],
    [0n, 101, 'overdue'],
    [1n, 100, 'partPaid'],
    [1n, 101, 'overdue'],
    [50n, 101, 'paid'],
  ] as const)('of 50, %s credited, on day %i with due day 100: %s', (credited, today, status) => {
    expect(billStatus(bill(50n, 50n), credited, today)).toBe(status);
  });

  it('takes a bill of nothing as paid', () => {
    expect(billStatus(bill(0n, 0n), 0n, 500)).toBe('paid');
  });
});

describe('allocate', () => {
  const [first, second] = [bill(100n, 100n), bill(150n, 50n)];

  it('shows the bills that a payment reached, oldest first, and what was ahead of them', () => {
    expect(allocate([first, second], { before: 60n, after: 170n }, 150n)).toEqual({
      bills: [
        { bill: first, amount: 40n },
        { bill: second, amount: 50n },
      ],
      advance: 20n,
    });
    expect(allocate([first, second], { before: 100n, after: 110n }, 150n)).toEqual({
      bills: [{ bill: second, amount: 10n }],
      advance: 0n,
    });
    expect(allocate([first], { before: 120n, after: 150n }, 100n)).toEqual({ bills: [], advance: 30n });
  });

  it('accounts for every unit of a payment', () => {
    fc.assert(
      fc.property(accounts, ({ bills, charged, before, after }) => {
        const allocation = allocate(bills, { before, after }, charged);
        const paid = allocation.bills.reduce((sum, { amount }) => sum + amount, 0n);
        expect(paid + allocation.advance).toBe(after - before);
        expect(advance(charged, after)).toBe(advance(charged, before) + allocation.advance);
      }),
    );
  });
});

describe('ageing', () => {
  it('counts from the day after the due day', () => {
    const due = [110, 100, 99, 70, 69, 40, 39, 10, 9].map((dueDay) => ({ bill: bill(10n, 10n, dueDay), credited: 0n }));
    expect(ageing(due, 100)).toEqual({
      notDue: 20n,
      days1To30: 20n,
      days31To60: 20n,
      days61To90: 20n,
      over90Days: 10n,
    });
  });

  it('counts what is open, each bill by its own connection', () => {
    const list = [
      { bill: bill(10n, 10n, 90), credited: 4n },
      { bill: bill(30n, 10n, 90), credited: 50n },
    ];
    expect(ageing(list, 100)).toEqual({ notDue: 0n, days1To30: 6n, days31To60: 0n, days61To90: 0n, over90Days: 0n });
  });
});
