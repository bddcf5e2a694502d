import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { versionedUsages } from './arbitrary.ts';
import { computeBill, computeSplitBill } from './bill.ts';
import { flat, reasonOf, tariffOf } from './example.ts';
import type { Tariff } from './model.ts';
import { splitPeriod } from './split.ts';
import type { TariffVersion, Usage } from './usage.ts';

const START = 19_500;

/** Versions of so many days each, one after another from START. */
function dated(...lengths: [number, Tariff][]) {
  let fromDay = START;
  return lengths.map(([days, tariff]) => {
    fromDay += days;
    return { fromDay: fromDay - days, tariff };
  });
}

function used(energy: bigint, days: number, rest: Partial<Usage> = {}): Usage {
  return { energy, fromDay: START, toDay: START + days, ...rest };
}

describe('splitPeriod', () => {
  const energies = (splitTo: string, energy: bigint, ...days: number[]) => {
    const tariff = tariffOf([flat], { splitTo });
    const versions = dated(...days.map((length): [number, Tariff] => [length, tariff]));
    return splitPeriod(
      versions,
      used(
        energy,
        days.reduce((sum, length) => sum + length, 0),
      ),
    ).map((part) => part.energy);
  };

  it('rounds the running sum and gives the last part the rest', () => {
    expect(energies('0.001', 333_333n, 8, 23)).toEqual([86_021n, 247_312n]);
    expect(energies('1', 10_000n, 1, 1, 1)).toEqual([3_000n, 4_000n, 3_000n]);
    expect(energies('1', 10_400n, 1, 1)).toEqual([5_000n, 5_400n]);
    expect(energies('1', 5_000n, 1, 1)).toEqual([3_000n, 2_000n]);
  });

  it('never gives away more than there is', () => {
    expect(energies('1', 600n, 29, 1)).toEqual([600n, 0n]);
  });

  it('takes the step of the last version', () => {
    const versions = dated([1, tariffOf([flat], { splitTo: '10' })], [2, tariffOf([flat], { splitTo: '1' })]);
    expect(splitPeriod(versions, used(10_000n, 3)).map(({ energy }) => energy)).toEqual([3_000n, 7_000n]);
  });

  it('leaves out versions that are not in force in the period', () => {
    const tariff = tariffOf([flat]);
    const versions = [0, START - 5, START + 10, START + 40].map((fromDay) => ({ fromDay, tariff }));
    expect(splitPeriod(versions, used(30_000n, 30))).toEqual([
      { tariff, fromDay: START, toDay: START + 10, energy: 10_000n },
      { tariff, fromDay: START + 10, toDay: START + 30, energy: 20_000n },
    ]);
  });

  it('refuses a period that begins before the first version, and another currency', () => {
    const tariff = tariffOf([flat]);
    const reason = (versions: TariffVersion[]) => reasonOf(() => splitPeriod(versions, used(1n, 30)));
    expect(reason([])).toBe('noVersion');
    expect(reason([{ fromDay: START + 1, tariff }])).toBe('noVersion');
    expect(reason(dated([10, tariff], [20, { ...tariff, currency: 'USD' }]))).toBe('currencyChanges');
  });

  it('gives every unit and every day to one part', () => {
    fc.assert(
      fc.property(versionedUsages, ({ versions, usage }) => {
        const parts = splitPeriod(versions, usage);
        expect(parts.reduce((sum, { energy }) => sum + energy, 0n)).toBe(usage.energy);
        for (const { energy } of parts) expect(energy).toBeGreaterThanOrEqual(0n);
        expect(parts.map(({ fromDay }) => fromDay)).toEqual(
          [usage.fromDay, ...parts.map(({ toDay }) => toDay)].slice(0, -1),
        );
        expect(parts.at(-1)?.toDay).toBe(usage.toDay);
      }),
    );
  });
});

describe('computeSplitBill', () => {
  it('counts per bill once in all, and lets rounding run on', () => {
    const tariff = tariffOf([{ id: 'rent', kind: 'fixed', amount: '100', round: { to: '0.01', mode: 'halfUp' } }]);
    const bill = computeSplitBill(dated([1, tariff], [1, tariff], [1, tariff]), used(0n, 3));
    expect(bill.items).toMatchObject([
      {
        amount: 100_000_000n,
        lines: [{ part: 0, amount: 33_333_333n }, { part: 1 }, { part: 2, factor: { numerator: 1n, denominator: 3n } }],
      },
    ]);
  });

  it('gives a part of a percentage the part of the amount that it names', () => {
    const tariff = (rate: string) =>
      tariffOf([
        { id: 'rent', kind: 'fixed', amount: '100', round: { to: '1', mode: 'up' } },
        { id: 'tax', kind: 'percent', rate, of: ['rent'] },
      ]);
    // 33.33… up to 34, then 100 − 34
    const bill = computeSplitBill(dated([1, tariff('10')], [2, tariff('20')]), used(0n, 3));
    expect(bill.items[1]).toMatchObject({
      amount: 3_400_000n + 13_200_000n,
      lines: [{ base: 34_000_000n }, { base: 66_000_000n }],
    });
  });

  it('rounds lines by the part', () => {
    const tariff = tariffOf([{ ...flat, bands: [{ rate: '0.333' }], lineRound: { to: '0.1', mode: 'up' } }]);
    expect(computeSplitBill(dated([1, tariff], [1, tariff]), used(2_000n, 2)).total).toBe(800_000n);
  });

  it('chooses by the whole bill', () => {
    const bands = [{ upTo: '100', rate: '1' }, { rate: '2' }];
    const before = tariffOf(
      [
        { id: 'whole', kind: 'energy', method: 'whole', bands },
        { id: 'step', kind: 'fixed', bands: [{ upTo: '100', amount: '30' }, { amount: '60' }] },
        { id: 'extra', kind: 'energy', bands: [{ rate: '0.1' }], when: { above: '100' } },
      ],
      { basis: 'days30' },
    );
    const after = tariffOf([flat]);
    // 150 kWh in 30 days: 50 of them in the first 10, above 33.3 as the whole is above 100
    const { items } = computeSplitBill(dated([10, before], [20, after]), used(150_000n, 30));
    expect(items.map(({ id, amount }) => [id, amount])).toEqual([
      ['whole', 100_000_000n],
      ['step', 20_000_000n],
      ['extra', 5_000_000n],
      ['energy', 500_000_000n],
    ]);
    const below = computeSplitBill(dated([10, before], [20, after]), used(100_000n, 30));
    expect(below.items.map(({ amount }) => amount)).toEqual([33_333_000n, 10_000_000n, 333_335_000n]);
  });

  it('compares only telescopic bands with the part, scaled to its days', () => {
    const tariff = tariffOf([{ ...flat, bands: [{ upTo: '100', rate: '1' }, { rate: '2' }] }], { basis: 'bill' });
    // 10 of 30 days: 33.333333 at 1 and the rest of 50 at 2
    expect(computeSplitBill(dated([10, tariff], [20, tariff]), used(150_000n, 30)).items[0]).toMatchObject({
      lines: [
        { part: 0, units: 33_333_333n, amount: 33_333_333n },
        { part: 0, units: 16_666_667n, to: null },
        { part: 1, units: 66_666_667n },
        { part: 1, units: 33_333_333n },
      ],
    });
  });

  it('lets the last band take what unit rounding puts above a closed one', () => {
    const tariff = tariffOf([{ ...flat, bands: [{ upTo: '1', rate: '5' }] }], { splitTo: '1' });
    const versions = dated([1, tariff], [1, tariff]);
    expect(computeSplitBill(versions, used(1_000n, 2)).items[0]).toMatchObject({
      amount: 5_000_000n,
      lines: [{ units: 1_000_000n, to: 500_000n }, { units: 0n }],
    });
    expect(() => computeSplitBill(versions, used(1_001n, 2))).toThrow('the last band of "energy" ends');
  });

  it('counts adjustments and what was carried once, and rounds once by the last version', () => {
    const tariff = (mode: string) =>
      tariffOf([{ ...flat, bands: [{ rate: '0.5' }] }], {
        adjustments: ['paid'],
        total: { of: ['energy', '-paid'], round: { to: '1', mode }, carry: true },
      });
    const bill = computeSplitBill(
      dated([1, tariff('up')], [1, tariff('down')]),
      used(2_000n, 2, { carried: 250_000n, adjustments: [{ id: 'paid', amount: 3_000_000n }] }),
    );
    expect(bill).toMatchObject({ beforeRounding: -1_750_000n, total: -1_000_000n, carried: -750_000n });
  });

  it('keeps a charge that only an earlier version has', () => {
    const before = tariffOf([flat, { id: 'rent', kind: 'fixed', amount: '30', label: 'Rent' }]);
    const { items, total } = computeSplitBill(
      dated([10, before], [20, tariffOf([{ ...flat, label: 'Units' }])]),
      used(30_000n, 30),
    );
    expect(items).toMatchObject([
      { id: 'energy', label: 'Units', amount: 150_000_000n, printed: true },
      { id: 'rent', amount: 10_000_000n, printed: true },
    ]);
    expect(total).toBe(160_000_000n);
  });

  it('answers every random usage, or says that a closed band ends', () => {
    fc.assert(
      fc.property(versionedUsages, ({ versions, usage }) => {
        try {
          const bill = computeSplitBill(versions, usage);
          if (versions.at(-1)?.tariff.total.carry) expect(bill.total + bill.carried).toBe(bill.beforeRounding);
          else expect(bill.carried).toBe(0n);
        } catch (error) {
          expect(error).toMatchObject({ reason: 'aboveLastBand' });
        }
      }),
    );
  });

  it('changes nothing where the versions are the same and flat', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 8n),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('halfUp', 'down', 'up'),
        (energy, days, more, mode) => {
          const tariff = tariffOf([{ ...flat, bands: [{ rate: '5.67' }], round: { to: '0.5', mode } }], {
            splitTo: '1',
          });
          const usage = used(energy, days + more);
          expect(computeSplitBill(dated([days, tariff], [more, tariff]), usage).total).toBe(
            computeBill(tariff, usage).total,
          );
        },
      ),
    );
  });
});
