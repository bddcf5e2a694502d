import { describe, expect, it } from 'vitest';
import type { MoneyEntry, Surcharge } from '../../chain/history/entries.ts';
import { surchargeHistoryOf } from './surchargeHistory.ts';

const DAY = 86_400;
const entry = (day: number, fields: object) => ({ time: day * DAY, ...fields }) as MoneyEntry;
const registration = entry(0, { type: 'registration', agreement: 513 });
const bill = (number: number, day: number, amount: bigint, chargedAfter: bigint) =>
  entry(day, { type: 'bill', number, amount, chargedAfter, dueDay: day + 15 });
const surcharge = (day: number, number: number, months = 1) =>
  entry(day, { type: 'surcharge', bill: number, months, amount: 1n, chargedAfter: 0n }) as Surcharge;

/** @param entries oldest first; the last one is the surcharge in question */
function history(...entries: MoneyEntry[]) {
  const newestFirst = [registration, ...entries].reverse();
  return surchargeHistoryOf(newestFirst[0] as Surcharge, newestFirst, 0);
}

describe('what a surcharge was computed from', () => {
  const first = bill(1, 30, 1000n, 1000n);

  it('is what was overdue then, since its due day', () => {
    const paid = entry(40, { type: 'payment', creditedAfter: 400n });
    expect(history(first, paid, surcharge(60, 2))).toEqual({
      overdue: { principal: 600n, dueDay: 45 },
      chargedBefore: 0,
      today: 60,
    });
  });

  it('counts no month twice, and nothing on earlier surcharge', () => {
    const second = bill(2, 60, 500n, 1515n);
    expect(history(first, surcharge(60, 2), second, surcharge(90, 3))).toEqual({
      overdue: { principal: 1500n, dueDay: 75 },
      chargedBefore: 75,
      today: 90,
    });
  });

  it('is nothing while a dispute is open, and counts from its end', () => {
    const opened = entry(50, { type: 'disputeOpened', bill: 1 });
    const ended = entry(80, { type: 'disputeEnded', bill: 1 });
    expect(history(first, opened, surcharge(60, 2)).overdue).toBe(null);
    expect(history(first, opened, ended, surcharge(95, 2))).toMatchObject({ chargedBefore: 80 });
  });

  it('is nothing while a plan is kept, and counts from the first instalment missed', () => {
    const plan = entry(50, { type: 'plan', total: 1000n, parts: 2, interval: 20, startDay: 50, creditedBefore: 0n });
    expect(history(first, plan, surcharge(60, 2)).overdue).toBe(null);
    expect(history(first, plan, bill(2, 60, 100n, 1100n), surcharge(95, 3))).toMatchObject({
      overdue: { principal: 1100n },
      chargedBefore: 70,
    });
  });

  it('takes the credit of a true-up for credited only after its bill', () => {
    const span = entry(60, { type: 'span', bill: 2, creditedAfter: 300n });
    const second = bill(2, 60, 0n, 1000n);
    expect(history(first, span, second, surcharge(95, 3))).toMatchObject({ overdue: { principal: 700n } });
  });

  it('is nothing on a prepaid connection', () => {
    const prepaid = entry(35, { type: 'agreement', agreement: 0, afterBill: 1 });
    expect(history(first, prepaid, surcharge(60, 2)).overdue).toBe(null);
  });
});
