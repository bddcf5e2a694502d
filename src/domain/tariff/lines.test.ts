import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../calendar.ts';
import { computeBill } from './bill.ts';
import { flat, reasonOf, tariffOf, used } from './example.ts';

const cents = { to: '0.01', mode: 'halfUp' };

describe('energy', () => {
  const bands = [{ upTo: '120', rate: '5.70' }, { upTo: '240', rate: '7.00' }, { rate: '7.90' }];

  it('has one line for each band that is used, with its scaled limits', () => {
    const tariff = tariffOf([{ id: 'energy', kind: 'energy', bands }], { basis: 'days30' });
    const lines = (energy: bigint) =>
      computeBill(tariff, used(energy, { toDay: dayOfIsoDate('2023-06-18') })).items[0]?.lines;
    expect(lines(68_000n)).toMatchObject([{ units: 68_000_000n, from: 0n, to: 68_000_000n, rate: 5_700_000n }]);
    expect(lines(68_001n)).toMatchObject([
      { units: 68_000_000n, amount: 387_600_000n },
      { units: 1000n, from: 68_000_000n, to: 136_000_000n, rate: 7_000_000n, amount: 7000n },
    ]);
    expect(lines(0n)).toMatchObject([{ units: 0n, amount: 0n, rate: 5_700_000n }]);
  });

  it('charges all at the rate of the band that the total falls in, where the method is whole', () => {
    const tariff = tariffOf([{ id: 'energy', kind: 'energy', method: 'whole', bands }]);
    expect(computeBill(tariff, used(120_000n)).total).toBe(684_000_000n);
    expect(computeBill(tariff, used(120_001n)).items[0]).toMatchObject({
      amount: 840_007_000n,
      lines: [{ units: 120_001_000n, from: 120_000_000n, to: 240_000_000n, rate: 7_000_000n }],
    });
  });

  it('passes over a band that rounding of the limits has closed', () => {
    const narrow = {
      id: 'energy',
      kind: 'energy',
      bands: [{ upTo: '10', rate: '1' }, { upTo: '10.2', rate: '9' }, { rate: '2' }],
    };
    const tariff = tariffOf([{ ...narrow, roundLimits: { to: '1', mode: 'halfUp' } }]);
    expect(computeBill(tariff, used(11_000n)).items[0]).toMatchObject({
      amount: 12_000_000n,
      lines: [{}, { rate: 2_000_000n }],
    });
  });

  it('never falls as consumption rises', () => {
    const rates = fc.array(fc.bigInt(0n, 20_000_000n), { minLength: 4, maxLength: 4 });
    const round = fc.constantFrom(
      undefined,
      { to: '0.05', mode: 'halfUp' },
      { to: '1', mode: 'down' },
      { to: '10', mode: 'up' },
    );
    fc.assert(
      fc.property(
        rates,
        round,
        fc.integer({ min: 1, max: 100 }),
        fc.bigInt(0n, 900_000n),
        fc.bigInt(0n, 900_000n),
        (rates, lineRound, days, a, b) => {
          const tariff = tariffOf([{ id: 'energy', kind: 'energy', bands, ...(lineRound && { lineRound }) }], {
            basis: 'days30',
          });
          tariff.charges = tariff.charges.map((charge) =>
            charge.kind === 'energy'
              ? { ...charge, bands: charge.bands.map((band, index) => ({ ...band, price: rates[index] ?? 0n })) }
              : charge,
          );
          const total = (energy: bigint) => computeBill(tariff, used(energy, { toDay: used(0n).fromDay + days })).total;
          const [less, more] = a < b ? [a, b] : [b, a];
          expect(total(less)).toBeLessThanOrEqual(total(more));
        },
      ),
    );
  });
});

describe('fixed', () => {
  it('multiplies by load and basis and rounds once', () => {
    const tariff = tariffOf([{ id: 'fixed', kind: 'fixed', amount: '70', per: ['kW', 'basis'], basis: 'year' }]);
    // 70 × 2.5 × 30 × 12 / 365.25 = 172.4845995…
    expect(computeBill(tariff, used(0n, { load: 2500n })).items[0]).toMatchObject({
      amount: 172_484_600n,
      lines: [{ price: 70_000_000n, load: 2500n, factor: { numerator: 1440n, denominator: 1461n }, month: null }],
    });
  });

  it('has a line for each calendar month, each rounded by itself', () => {
    const tariff = tariffOf([
      { id: 'fixed', kind: 'fixed', amount: '50', per: ['kW', 'basis'], basis: 'calendar', lineRound: cents },
    ]);
    const period = { fromDay: dayOfIsoDate('2022-06-25'), toDay: dayOfIsoDate('2022-07-25') };
    expect(computeBill(tariff, used(0n, { load: 3000n, ...period })).items[0]).toMatchObject({
      amount: 146_130_000n,
      lines: [
        { amount: 30_000_000n, month: { month: 6, days: 6 } },
        { amount: 116_130_000n, month: { month: 7, days: 24 } },
      ],
    });
  });

  it('needs a load only where it is per kW', () => {
    const perLoad = tariffOf([{ id: 'fixed', kind: 'fixed', amount: '70', per: ['kW'] }]);
    expect(reasonOf(() => computeBill(perLoad, used(0n)))).toBe('loadMissing');
    expect(computeBill(tariffOf([{ id: 'fixed', kind: 'fixed', amount: '70' }]), used(0n)).total).toBe(70_000_000n);
  });

  it('takes the amount of the band that the consumption falls in', () => {
    const tariff = tariffOf([
      { id: 'fixed', kind: 'fixed', bands: [{ upTo: '0', amount: '1' }, { upTo: '50', amount: '2' }, { amount: '3' }] },
    ]);
    expect([0n, 1n, 50_000n, 50_001n].map((energy) => computeBill(tariff, used(energy)).total / 1_000_000n)).toEqual([
      1n,
      2n,
      2n,
      3n,
    ]);
  });
});

describe('percent', () => {
  const rounded = {
    id: 'energy',
    kind: 'energy',
    bands: [{ upTo: '100', rate: '0.333' }, { rate: '0.777' }],
    round: { to: '1', mode: 'down' },
  };

  it('takes the amount of a charge, after its rounding', () => {
    const tariff = tariffOf([rounded, { id: 'tax', kind: 'percent', rate: '10', of: ['energy'] }]);
    // 33.3 + 7.77 = 41.07, down to 41
    expect(computeBill(tariff, used(110_000n)).items[1]).toMatchObject({
      amount: 4_100_000n,
      lines: [{ base: 41_000_000n, rate: 100_000n }],
    });
  });

  it('with lineRound takes the lines of what it names, as they are before `round`', () => {
    const tariff = tariffOf(
      [
        rounded,
        { id: 'rebate', kind: 'energy', bands: [{ rate: '1' }], when: { above: '1000' } },
        { id: 'base', kind: 'subtotal', of: ['energy'], round: { to: '10', mode: 'up' } },
        { id: 'tax', kind: 'percent', rate: '10', of: ['base', 'rebate', '-paid', 'energy'], lineRound: cents },
      ],
      { adjustments: ['paid'] },
    );
    const tax = computeBill(tariff, used(110_000n, { adjustments: [{ id: 'paid', amount: 20_000_000n }] })).items.at(
      -1,
    );
    expect(tax?.lines.map((line) => line.kind === 'percent' && [line.base, line.amount])).toEqual([
      [41_000_000n, 4_100_000n],
      [-20_000_000n, -2_000_000n],
      [33_300_000n, 3_330_000n],
      [7_770_000n, 780_000n],
    ]);
    expect(tax?.amount).toBe(6_210_000n);
  });
});

describe('subtotal', () => {
  const least = (atLeast: string, per: string[], basis = 'days30') =>
    tariffOf([flat, { id: 'net', kind: 'subtotal', of: ['energy'], atLeast, per, basis, round: cents }], {
      total: { of: ['net'] },
    });

  it('is at least its minimum, which scales as a fixed charge does', () => {
    const period = { toDay: dayOfIsoDate('2023-06-11'), load: 500n };
    expect(computeBill(least('3', ['kW', 'basis']), used(0n, period)).items[1]).toMatchObject({
      amount: 500_000n,
      lines: [{ sum: 0n, minimum: 500_000n, amount: 500_000n }],
    });
    expect(computeBill(least('3', ['kW']), used(0n, period)).total).toBe(1_500_000n);
    expect(computeBill(least('3', ['basis']), used(1_000n, period)).total).toBe(5_000_000n);
  });

  it('rounds the minimum of all calendar months once', () => {
    const period = { fromDay: dayOfIsoDate('2023-06-30'), toDay: dayOfIsoDate('2023-08-02') };
    const tariff = tariffOf(
      [flat, { id: 'net', kind: 'subtotal', of: ['energy'], atLeast: '0.000014', per: ['basis'], basis: 'calendar' }],
      {
        total: { of: ['net'] },
      },
    );
    // 14 millionths × (1/30 + 1 + 1/31) = 14.918…, while 0.47 + 14 + 0.45 rounded one by one is 14
    expect(computeBill(tariff, used(0n, period)).total).toBe(15n);
  });

  it('shows what the total reaches through it, and leaves helpers out', () => {
    const tariff = tariffOf(
      [
        flat,
        { id: 'inner', kind: 'subtotal', of: ['energy'] },
        { id: 'helper', kind: 'percent', rate: '8', of: ['energy'] },
        { id: 'tax', kind: 'percent', rate: '5', of: ['helper'] },
        { id: 'outer', kind: 'subtotal', of: ['-inner', 'tax'] },
      ],
      { total: { of: ['outer'] } },
    );
    const { items } = computeBill(tariff, used(1_000n));
    expect(items.filter(({ printed }) => !printed).map(({ id }) => id)).toEqual(['helper']);
    expect(items).toHaveLength(5);
  });
});

describe('when', () => {
  const tariff = (when: object, rest = {}) =>
    tariffOf([
      { ...flat, when, ...rest },
      { id: 'tax', kind: 'percent', rate: '10', of: ['energy'] },
    ]);

  it('is zero and no item where it does not apply', () => {
    const { items, total } = computeBill(tariff({ above: '100' }), used(100_000n));
    expect(items.map(({ id }) => id)).toEqual(['tax']);
    expect(total).toBe(0n);
  });

  it('excludes its lower limit and includes its upper one', () => {
    const applies = (energy: bigint) =>
      computeBill(tariff({ above: '100', upTo: '200' }), used(energy)).items.length === 2;
    expect([100_000n, 100_001n, 200_000n, 200_001n].map(applies)).toEqual([false, true, true, false]);
  });

  it('scales and rounds its limits', () => {
    const scaled = tariff({ above: '1.7' }, { basis: 'days30', roundLimits: { to: '1', mode: 'halfUp' } });
    const applies = (energy: bigint) =>
      computeBill(scaled, used(energy, { toDay: used(0n).fromDay + 45 })).items.length === 2;
    // 1.7 × 45 / 30 = 2.55, rounded to 3
    expect([3_000n, 3_001n].map(applies)).toEqual([false, true]);
  });

  it('decides before a closed band is an error', () => {
    const closed = { bands: [{ upTo: '50', rate: '1' }] };
    expect(reasonOf(() => computeBill(tariffOf([{ ...flat, ...closed }]), used(50_001n)))).toBe('aboveLastBand');
    expect(computeBill(tariffOf([{ ...flat, ...closed, when: { upTo: '50' } }]), used(50_001n)).total).toBe(0n);
  });
});
