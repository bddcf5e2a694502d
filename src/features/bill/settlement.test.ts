import { describe, expect, it } from 'vitest';
import { creditsFor, owedBefore } from './settlement.ts';

const bill = (chargedAfter: bigint, amount: bigint, number = 1) =>
  ({ type: 'bill', number, chargedAfter, amount }) as const;
const payment = (creditedAfter: bigint, amount: bigint) => ({ type: 'payment', creditedAfter, amount }) as const;
const registration = { type: 'registration' } as const;

describe('owedBefore', () => {
  const first = bill(2500n, 2500n);
  const second = bill(3700n, 1200n);

  it('is nothing before the first bill', () => {
    expect(owedBefore(first, [first, registration])).toBe(0n);
  });
  it('is what payments had left open by then, not by now', () => {
    const entries = [payment(3700n, 1700n), second, payment(2000n, 2000n), first, registration];
    expect(owedBefore(second, entries)).toBe(500n);
  });
  it('is below zero when more had been paid than billed', () => {
    expect(owedBefore(second, [second, payment(4000n, 4000n), first, registration])).toBe(-1500n);
  });
  it('counts what the board has credited as paid', () => {
    const note = { type: 'creditNote', creditedAfter: 2300n, amount: 300n } as const;
    expect(owedBefore(second, [second, note, payment(2000n, 2000n), first, registration])).toBe(200n);
  });
  it('leaves out what came with the bill itself', () => {
    const third = bill(3800n, 80n, 3);
    const surcharge = { type: 'surcharge', bill: 3, amount: 20n, chargedAfter: 3720n } as const;
    const span = { type: 'span', bill: 3, creditedAfter: 2550n } as const;
    expect(owedBefore(third, [third, span, surcharge, payment(2500n, 2500n), second, first])).toBe(1200n);
  });
  it('counts an advance that was paid back as charged', () => {
    const afterRefund = bill(4500n, 500n);
    const entries = [afterRefund, { type: 'refund' } as const, payment(4000n, 1500n), payment(2500n, 2500n), first];
    expect(owedBefore(afterRefund, entries)).toBe(0n);
  });
});

describe('creditsFor', () => {
  it('is the first story: 2,000 and then 500 of 2,500', () => {
    const first = payment(2000n, 2000n);
    const second = payment(2500n, 500n);
    expect(creditsFor(bill(2500n, 2500n), [second, first])).toEqual([
      { credit: second, part: 500n },
      { credit: first, part: 2000n },
    ]);
  });
  it('takes of a payment only what went into this bill', () => {
    const one = payment(3000n, 3000n);
    expect(creditsFor(bill(3700n, 1200n), [payment(9000n, 4000n), payment(5000n, 2000n), one])).toEqual([
      { credit: payment(5000n, 2000n), part: 700n },
      { credit: one, part: 500n },
    ]);
  });
});
