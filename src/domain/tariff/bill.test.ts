import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tariffs, usages } from './arbitrary.ts';
import { computeBill } from './bill.ts';
import { flat, reasonOf, tariffOf, used } from './example.ts';

describe('the first story', () => {
  it('bills 500 units at 5 with 2,500', () => {
    const bill = computeBill(tariffOf([flat]), used(500_000n));
    expect(bill.total).toBe(2_500_000_000n);
    expect(bill.items).toEqual([
      {
        id: 'energy',
        label: 'energy',
        kind: 'energy',
        amount: 2_500_000_000n,
        printed: true,
        lines: [
          {
            kind: 'energy',
            units: 500_000_000n,
            rate: 5_000_000n,
            from: 0n,
            to: null,
            amount: 2_500_000_000n,
            part: 0,
          },
        ],
      },
    ]);
  });
});

describe('two periods next to each other', () => {
  it('cost together what one of both costs, where the tariff is flat', () => {
    const tariff = tariffOf([flat, { id: 'standing', kind: 'fixed', amount: '1.25', per: ['basis'] }], {
      basis: 'day',
    });
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 9n),
        fc.bigInt(0n, 10n ** 9n),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (a, b, days, more) => {
          const from = used(0n).fromDay;
          const total = (energy: bigint, fromDay: number, toDay: number) =>
            computeBill(tariff, { energy, fromDay, toDay }).total;
          expect(total(a, from, from + days) + total(b, from + days, from + days + more)).toBe(
            total(a + b, from, from + days + more),
          );
        },
      ),
    );
  });
});

describe('total', () => {
  const net = (total: object) =>
    tariffOf([flat], { adjustments: ['arrears', 'paid'], total: { of: ['energy', 'arrears', '-paid'], ...total } });
  const down = { round: { to: '10', mode: 'down' }, carry: true };

  it('takes adjustments as they are, those not given as zero', () => {
    const adjustments = [{ id: 'paid', amount: 7_500_000n }];
    expect(computeBill(net({}), used(1_000n, { adjustments }))).toMatchObject({
      total: -2_500_000n,
      adjustments: [
        { id: 'arrears', amount: 0n },
        { id: 'paid', amount: 7_500_000n },
      ],
    });
  });

  it('refuses adjustments that are not declared, or given twice', () => {
    const adjustments = (...ids: string[]) => ({ adjustments: ids.map((id) => ({ id, amount: 1n })) });
    expect(reasonOf(() => computeBill(net({}), used(0n, adjustments('rebate'))))).toBe('unknownAdjustment');
    expect(reasonOf(() => computeBill(tariffOf([flat]), used(0n, adjustments('energy'))))).toBe('unknownAdjustment');
    expect(reasonOf(() => computeBill(net({}), used(0n, adjustments('paid', 'paid'))))).toBe('repeatedAdjustment');
  });

  it('carries what rounding leaves over, below zero too', () => {
    expect(computeBill(net(down), used(3_000n, { carried: 3_270_000n }))).toMatchObject({
      beforeRounding: 18_270_000n,
      total: 10_000_000n,
      carried: 8_270_000n,
    });
    expect(computeBill(net(down), used(0n, { carried: -9_010_000n }))).toMatchObject({
      total: 0n,
      carried: -9_010_000n,
    });
  });

  it('adds what an earlier tariff carried, also where it carries nothing on', () => {
    expect(computeBill(net({}), used(0n, { carried: 3_270_000n }))).toMatchObject({ total: 3_270_000n, carried: 0n });
    expect(computeBill(net({ round: { to: '1', mode: 'down' } }), used(0n, { carried: 3_270_000n }))).toMatchObject({
      total: 3_000_000n,
      carried: 0n,
    });
  });

  it('loses nothing to rounding when it carries', () => {
    const cases = tariffs.chain((tariff) => usages(tariff).map((usage) => ({ tariff, usage })));
    fc.assert(
      fc.property(cases, ({ tariff, usage }) => {
        let bill: ReturnType<typeof computeBill>;
        try {
          bill = computeBill(tariff, usage);
        } catch (error) {
          expect(error).toMatchObject({ reason: 'aboveLastBand' });
          return;
        }
        if (tariff.total.carry) expect(bill.total + bill.carried).toBe(bill.beforeRounding);
        for (const { amount, lines } of bill.items) {
          // Lines and amounts differ by the charge's own rounding only.
          const sum = lines.reduce((sum, line) => sum + line.amount, 0n);
          const moved = amount > sum ? amount - sum : sum - amount;
          expect(moved).toBeLessThan(10_000_000n);
        }
      }),
    );
  });
});

describe('usage', () => {
  it('needs at least a day, and no less than no energy', () => {
    const tariff = tariffOf([flat]);
    expect(reasonOf(() => computeBill(tariff, used(0n, { toDay: used(0n).fromDay })))).toBe('noDays');
    expect(reasonOf(() => computeBill(tariff, used(-1n)))).toBe('negativeEnergy');
  });

  it('says in its error what would be right', () => {
    const tariff = tariffOf([{ ...flat, bands: [{ upTo: '50', rate: '1' }] }]);
    expect(() => computeBill(tariff, used(60_500n))).toThrow(
      'kwh is "60.5"; expected at most 50 kWh, where the last band of "energy" ends',
    );
  });
});
