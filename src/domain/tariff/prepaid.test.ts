import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBill } from './bill.ts';
import { flat, reasonOf, tariffOf } from './example.ts';
import type { Tariff } from './model.ts';
import { energyFor, unitsFor } from './prepaid.ts';

const MONEY = 1_000_000n;
const whole = { id: 'energy', kind: 'energy', method: 'whole', bands: [{ upTo: '100', rate: '4.75' }, { rate: '7' }] };

describe('unitsFor', () => {
  it('buys 500 units for 2,500 at 5', () => {
    expect(unitsFor(tariffOf([flat]), 2500n * MONEY, 0n)).toEqual({ units: 500_000n, left: 0n, deductions: [] });
  });

  it('deducts in order, a percentage of what is left then', () => {
    const deduct = [
      { id: 'fee', label: 'Bank fee', amount: '1600' },
      { id: 'tax', percent: '2.4', round: { to: '1', mode: 'up' } },
    ];
    const tariff = tariffOf([flat], { prepaid: { deduct } });
    expect(unitsFor(tariff, 100_000n * MONEY, 0n)).toEqual({
      units: 19_207_600n,
      left: 0n,
      deductions: [
        { id: 'fee', label: 'Bank fee', amount: 1600n * MONEY },
        { id: 'tax', label: undefined, amount: 2362n * MONEY },
      ],
    });
    expect(reasonOf(() => unitsFor(tariff, 1599n * MONEY, 0n))).toBe('belowDeductions');
    expect(unitsFor(tariff, 1600n * MONEY, 0n).units).toBe(0n);
  });

  it('deducts nothing from money that is no payment', () => {
    const tariff = tariffOf([flat], { prepaid: { deduct: [{ id: 'fee', amount: '16' }] } });
    expect(energyFor(tariff, 10n * MONEY, 0n)).toEqual({ units: 2_000n, left: 0n });
  });

  it('rounds the units, to whole watt-hours down unless the tariff says otherwise', () => {
    const units = (prepaid?: object) =>
      unitsFor(tariffOf([{ ...flat, bands: [{ rate: '3' }] }], prepaid ? { prepaid } : {}), 5n * MONEY, 0n).units;
    expect(units()).toBe(1_666n);
    expect(units({ round: { to: '0.01', mode: 'halfUp' } })).toBe(1_670n);
    expect(units({ round: { to: '1', mode: 'up' } })).toBe(2_000n);
  });

  it('pays a step where the money covers it, and stops before it where not', () => {
    const tariff = tariffOf([whole]);
    // From 90 to 100 at 4.75, then 225 for having passed 100.
    expect(unitsFor(tariff, 100n * MONEY, 90_000n)).toMatchObject({ units: 10_000n, left: 52_500_000n });
    expect(unitsFor(tariff, 272_500_000n, 90_000n)).toMatchObject({ units: 10_000n, left: 225n * MONEY });
    expect(unitsFor(tariff, 279_500_000n, 90_000n)).toMatchObject({ units: 11_000n, left: 0n });
    expect(unitsFor(tariff, 100n * MONEY, 100_000n)).toMatchObject({ units: 0n, left: 100n * MONEY });
  });

  it('stops where the last band ends, and refuses to start beyond', () => {
    const tariff = tariffOf([{ ...flat, bands: [{ upTo: '45', rate: '5' }] }]);
    expect(unitsFor(tariff, 300n * MONEY, 0n)).toMatchObject({ units: 45_000n, left: 75n * MONEY });
    expect(reasonOf(() => unitsFor(tariff, MONEY, 45_001n))).toBe('aboveLastBand');
  });

  it('goes through free energy, but not without end', () => {
    const bands = [{ upTo: '100', rate: '0' }, { rate: '2' }];
    expect(unitsFor(tariffOf([{ ...flat, bands }]), 4n * MONEY, 0n).units).toBe(102_000n);
    expect(unitsFor(tariffOf([{ ...flat, bands }]), 0n, 0n).units).toBe(100_000n);
    expect(reasonOf(() => unitsFor(tariffOf([{ ...flat, bands: [{ rate: '0' }] }]), MONEY, 0n))).toBe('freeEnergy');
  });

  it('refuses a price that falls, once it gets there', () => {
    const falling = tariffOf([{ ...whole, bands: [{ upTo: '100', rate: '5' }, { rate: '4' }] }]);
    expect(unitsFor(falling, 5n * MONEY, 0n).units).toBe(1_000n);
    expect(reasonOf(() => unitsFor(falling, 500n * MONEY, 0n))).toBe('fallingPrice');
    const rebate = { id: 'rebate', kind: 'energy', bands: [{ rate: '6' }], negative: true };
    expect(reasonOf(() => unitsFor(tariffOf([flat, rebate]), MONEY, 0n))).toBe('fallingPrice');
  });

  it('leaves fixed charges, minimums, adjustments, basis and the rounding of money out', () => {
    const tariff = tariffOf(
      [
        { ...flat, lineRound: { to: '1', mode: 'up' } },
        { id: 'rent', kind: 'fixed', bands: [{ upTo: '1', amount: '100' }], per: ['kW'] },
        {
          id: 'net',
          kind: 'subtotal',
          of: ['energy', 'rent', 'arrears'],
          atLeast: '50',
          round: { to: '10', mode: 'up' },
        },
        { id: 'tax', kind: 'percent', rate: '10', of: ['net'], lineRound: { to: '1', mode: 'up' } },
      ],
      { basis: 'day', adjustments: ['arrears'], total: { of: ['net', 'tax'], round: { to: '10', mode: 'up' } } },
    );
    expect(unitsFor(tariff, 11n * MONEY, 500_000n)).toMatchObject({ units: 2_000n, left: 0n });
  });

  it('is the inverse of the price: what it buys is covered, a watt-hour more is not', () => {
    const rates = fc.uniqueArray(fc.bigInt(100_000n, 20_000_000n), { minLength: 4, maxLength: 4 });
    const methods = fc.constantFrom('telescopic', 'whole');
    fc.assert(
      fc.property(
        rates,
        methods,
        fc.bigInt(0n, 5_000n * MONEY),
        fc.bigInt(0n, 700_000n),
        (rates, method, amount, already) => {
          const tariff = withRates(
            rates.sort((a, b) => (a < b ? -1 : 1)),
            method,
          );
          const { units, left } = unitsFor(tariff, amount, already);
          const price = (energy: bigint) => computeBill(tariff, { energy, fromDay: 0, toDay: 1 }).total;
          // A bill rounds its few lines to millionths.
          const rounding = 4n;
          expect(price(already + units) - price(already) + left).toBeLessThanOrEqual(amount + rounding);
          expect(price(already + units + 1n) - price(already)).toBeGreaterThan(amount - rounding);
        },
      ),
    );
  });

  function withRates(rates: bigint[], method: 'telescopic' | 'whole'): Tariff {
    const bands = [{ upTo: '100', rate: '1' }, { upTo: '222.5', rate: '1' }, { upTo: '400', rate: '1' }, { rate: '1' }];
    const tariff = tariffOf([
      { ...flat, method, bands },
      { id: 'tax', kind: 'percent', rate: '7.5', of: ['energy'] },
    ]);
    const [energy, tax] = tariff.charges;
    if (energy?.kind !== 'energy' || !tax) throw new Error('no energy');
    return {
      ...tariff,
      charges: [{ ...energy, bands: energy.bands.map((band, index) => ({ ...band, price: rates[index] ?? 0n })) }, tax],
    };
  }
});
