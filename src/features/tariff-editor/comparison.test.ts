import { describe, expect, it } from 'vitest';
import { flat, tariffOf } from '../../domain/tariff/example.ts';
import { agree, quoteOf } from './comparison.ts';

const usage = (wh: bigint) => ({ wh, loadW: 3_000n, fromDay: 19_500, toDay: 19_530 });

describe('quoteOf', () => {
  it('computes what 500 units at 5 come to', () => {
    expect(quoteOf(tariffOf([flat]), usage(500_000n))).toEqual({
      total: 2_500_000_000n,
      items: [{ id: 'energy', amount: 2_500_000_000n }],
    });
  });

  it('leaves out what the total does not reach', () => {
    const helper = { id: 'helper', kind: 'fixed', amount: '7' };
    const quote = quoteOf(tariffOf([flat, helper], { total: { of: ['energy'] } }), usage(1_000n));
    expect(quote).toMatchObject({ items: [{ id: 'energy' }] });
  });

  it('has no answer above a closed band', () => {
    const closed = tariffOf([{ ...flat, bands: [{ upTo: '100', rate: '5' }] }]);
    expect(quoteOf(closed, usage(200_000n))).toEqual({ problem: null });
  });
});

describe('agree', () => {
  const quote = { total: 5n, items: [{ id: 'a', amount: 5n }] };
  it('holds totals and items against each other', () => {
    expect(agree(quote, { total: 5n, items: [{ id: 'a', amount: 5n }] })).toBe(true);
    expect(agree(quote, { total: 6n, items: [{ id: 'a', amount: 5n }] })).toBe(false);
    expect(agree(quote, { total: 5n, items: [{ id: 'a', amount: 4n }] })).toBe(false);
    expect(agree(quote, { total: 5n, items: [{ id: 'b', amount: 5n }] })).toBe(false);
    expect(agree(quote, { total: 5n, items: [] })).toBe(false);
  });
  it('takes no answer for agreement only when both have none', () => {
    expect(agree({ problem: null }, { problem: null })).toBe(true);
    expect(agree(quote, { problem: null })).toBe(false);
  });
});
