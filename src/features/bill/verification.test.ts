import { describe, expect, it } from 'vitest';
import flat from '../../../tariffs/flat-5.json' with { type: 'json' };
import type { Bill, Span } from '../../chain/history/entries.ts';
import { parseTariff } from '../../domain/tariff/parse.ts';
import { compareCharges, verify } from './verification.ts';

/** The first story: 500 units at 5 are 2,500. */
const bill: Bill = {
  type: 'bill',
  number: 1,
  category: 1,
  version: 1,
  fromDay: 20_000,
  toDay: 20_030,
  opening: 1_000_000n,
  closing: 1_500_000n,
  kind: 'actual',
  loadW: 3000n,
  amount: 2_500_000_000n,
  chargedAfter: 2_500_000_000n,
  dueDay: 20_045,
  block: 7n,
  blockHash: '0x0',
  transaction: '0x0',
  logIndex: 0,
  time: 0,
  previousBlock: 1n,
};
const plain = { agreement: 513, estimates: [], span: null };
const versions = [{ fromDay: 19_900, tariff: parseTariff(flat) }];

describe('verify', () => {
  it('matches the first story', () => {
    expect(verify(bill, plain, versions)).toMatchObject({ verification: { matches: true, difference: 0n } });
  });
  it('tells by how much a bill asks for too much', () => {
    const dearer = { ...bill, amount: 2_500_000_001n };
    expect(verify(dearer, plain, versions)).toMatchObject({ verification: { matches: false, difference: 1n } });
  });
  it('bills several agreed periods one by one', () => {
    const context = { ...plain, agreement: 15 };
    expect(verify(bill, context, versions)).toMatchObject({
      verification: { matches: false, difference: 0n, periods: [{}, {}] },
    });
    const span = { type: 'span', periods: 2, total: 2_500_000_000n, estimated: 0n, credit: 0n } as Span;
    expect(verify(bill, { ...context, span }, versions)).toMatchObject({ verification: { matches: true } });
  });
  it('takes off what estimates charged', () => {
    const estimates = [{ ...bill, amount: 2_600_000_000n }];
    const span = { type: 'span', periods: 1, total: 2_500_000_000n, estimated: 2_600_000_000n, credit: 100_000_000n };
    expect(verify({ ...bill, amount: 0n }, { ...plain, estimates, span: span as Span }, versions)).toMatchObject({
      verification: { matches: true, expected: { amount: 0n, credit: 100_000_000n } },
    });
  });
  it('says so when the tariff has no answer', () => {
    expect(verify({ ...bill, fromDay: 19_000 }, plain, versions)).toEqual({
      problem: expect.stringContaining('a day on which a version of the tariff is in force'),
    });
  });
});

describe('compareCharges', () => {
  const charge = (id: string, amount: bigint, printed = true) => ({ id, label: id.toUpperCase(), amount, printed });

  it('sets every charge of both sides against each other', () => {
    const page = [charge('energy', 2500n), charge('helper', 9n, false), charge('fixed', 70n)];
    const contract = [
      { id: 'energy', amount: 2501n },
      { id: 'levy', amount: 5n },
    ];
    expect(compareCharges(page, contract)).toEqual([
      { id: 'energy', label: 'ENERGY', contract: 2501n, page: 2500n },
      { id: 'fixed', label: 'FIXED', contract: 0n, page: 70n },
      { id: 'levy', label: 'levy', contract: 5n, page: 0n },
    ]);
  });
});
