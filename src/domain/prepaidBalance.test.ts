import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerEntry, prepaidBalance, unitsLeft } from './prepaidBalance.ts';
import { flat, reasonOf, tariffOf } from './tariff/example.ts';

/** A money history from the changes of its counters, oldest first, and how the connection stands at its end. */
function historyOf(...changes: [type: string, amount: bigint][]) {
  let [charged, credited] = [0n, 0n];
  const entries = changes.map(([type, amount]): LedgerEntry => {
    if (type === 'payment' || type === 'creditNote') {
      credited += amount;
      return { type, amount, creditedAfter: credited };
    }
    if (type === 'dispute') return { type, amount };
    charged += amount;
    return { type, amount, chargedAfter: charged };
  });
  return { connection: { charged, credited }, entries: entries.reverse() };
}

function balanceOf(...changes: [type: string, amount: bigint][]) {
  const { connection, entries } = historyOf(...changes);
  return prepaidBalance(connection, entries);
}

describe('prepaidBalance', () => {
  it.each([
    [0n, 'full'],
    [700n, 'full'],
    [701n, 'below30'],
    [900n, 'below30'],
    [901n, 'below10'],
    [999n, 'below10'],
    [1000n, 'empty'],
    [1200n, 'empty'],
  ])('of 1,000 paid and %i billed is %s', (billed, level) => {
    const balance = billed < 1000n ? 1000n - billed : 0n;
    expect(balanceOf(['payment', 1000n], ['bill', billed])).toEqual({ balance, afterPayment: 1000n, level });
  });

  it('counts from the last payment, and what was left then', () => {
    expect(balanceOf(['payment', 1000n], ['bill', 900n], ['payment', 100n], ['bill', 50n])).toEqual({
      balance: 150n,
      afterPayment: 200n,
      level: 'full',
    });
  });

  it('counts from what a payment left of itself after arrears', () => {
    expect(balanceOf(['bill', 600n], ['payment', 1000n], ['surcharge', 20n], ['refund', 300n])).toEqual({
      balance: 80n,
      afterPayment: 400n,
      level: 'below30',
    });
    expect(balanceOf(['bill', 600n], ['payment', 500n])).toEqual({ balance: 0n, afterPayment: 0n, level: 'empty' });
  });

  it('takes a credit note as balance, and as no payment', () => {
    expect(balanceOf(['payment', 1000n], ['bill', 950n], ['creditNote', 100n])).toMatchObject({
      balance: 150n,
      afterPayment: 1000n,
      level: 'below30',
    });
    expect(balanceOf(['creditNote', 100n])).toEqual({ balance: 100n, afterPayment: 0n, level: 'full' });
  });

  it('leaves alone what is of no account', () => {
    expect(balanceOf(['payment', 1000n], ['dispute', 400n], ['bill', 100n]).afterPayment).toBe(1000n);
    expect(balanceOf()).toEqual({ balance: 0n, afterPayment: 0n, level: 'empty' });
  });

  it('needs no more of the history than down to the last payment', () => {
    const types = fc.constantFrom('bill', 'payment', 'creditNote', 'refund', 'surcharge', 'dispute');
    fc.assert(
      fc.property(fc.array(fc.tuple(types, fc.bigInt(0n, 1000n))), (changes) => {
        const { connection, entries } = historyOf(...changes, ['payment', 500n], ['bill', 200n]);
        expect(prepaidBalance(connection, entries.slice(0, 2))).toEqual(prepaidBalance(connection, entries));
      }),
    );
  });
});

describe('unitsLeft', () => {
  const deduct = [{ id: 'fee', amount: '16' }];

  it('is what the balance buys, of which nothing is deducted again', () => {
    expect(unitsLeft(tariffOf([flat], { prepaid: { deduct } }), 100_000_000n, 0n)).toBe(20_000n);
    expect(unitsLeft(tariffOf([flat], { prepaid: { deduct } }), 10_000_000n, 0n)).toBe(2_000n);
  });

  it('is less by what was used and not billed yet, and never below nothing', () => {
    expect(unitsLeft(tariffOf([flat]), 100_000_000n, 15_500n)).toBe(4_500n);
    expect(unitsLeft(tariffOf([flat]), 100_000_000n, 20_001n)).toBe(0n);
  });

  it('has no answer where energy is free', () => {
    const free = tariffOf([{ ...flat, bands: [{ rate: '0' }] }]);
    expect(reasonOf(() => unitsLeft(free, 100_000_000n, 0n))).toBe('freeEnergy');
  });
});
