import { describe, expect, it } from 'vitest';
import type { Bill, MoneyEntry, Refund } from '../../chain/history/entries.ts';
import { settledBy } from './settledBy.ts';

const bill = (number: number, chargedAfter: bigint, amount: bigint) =>
  ({ type: 'bill', number, chargedAfter, amount }) as Bill;
const refund = (chargedAfter: bigint, amount: bigint) => ({ type: 'refund', chargedAfter, amount }) as Refund;

describe('settledBy', () => {
  const first = bill(1, 2500n, 2500n);
  const second = bill(2, 3700n, 1200n);

  it('names the bills that a payment went into, the oldest first', () => {
    expect(settledBy({ amount: 1000n, creditedAfter: 3000n }, [second, first], 3700n)).toEqual({
      bills: [
        { bill: expect.objectContaining({ number: 1 }), amount: 500n },
        { bill: expect.objectContaining({ number: 2 }), amount: 500n },
      ],
      paidBack: 0n,
      advance: 0n,
    });
  });

  it('keeps apart what was an advance, what of it was paid back and what is one still', () => {
    const entries: MoneyEntry[] = [second, refund(2500n, 400n), bill(1, 2100n, 2100n)];
    expect(settledBy({ amount: 4000n, creditedAfter: 4000n }, entries, 3700n)).toMatchObject({
      bills: [{ amount: 2100n }, { amount: 1200n }],
      paidBack: 400n,
      advance: 300n,
    });
  });
});
