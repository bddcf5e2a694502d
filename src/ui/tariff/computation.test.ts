import { describe, expect, it } from 'vitest';
import { computeBill, computeSplitBill } from '../../domain/tariff/bill.ts';
import { tariffOf, used } from '../../domain/tariff/example.ts';
import type { BilledPart } from '../../domain/tariff/split.ts';
import { createFormat } from '../../messages/format.ts';
import { bandText, computation, factorText, lineName } from './computation.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const speech = {
  format: createFormat({ currencySymbol: '₹', coinSymbol: 'INR', utcOffset: 19_800, months }),
  t: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' | '),
};

const bands = [{ upTo: '120', rate: '5.7' }, { rate: '7' }];
const charges = [
  { id: 'energy', kind: 'energy', label: 'Energy', basis: 'days30', bands },
  { id: 'fixed', kind: 'fixed', label: 'Fixed charge', amount: '70', per: ['kW', 'basis'], basis: 'year' },
  { id: 'duty', kind: 'percent', label: 'Duty', rate: '5', of: ['energy', '-fixed'] },
  { id: 'net', kind: 'subtotal', label: 'Net', of: ['energy'], atLeast: '2000' },
];

describe('computation', () => {
  const { items, parts } = computeBill(tariffOf(charges), used(300_000n, { load: 5000n }));
  const [part] = parts as [BilledPart];
  const said = items.map((item) => item.lines.map((line) => computation(line, item, part, speech)));

  it('is units × rate of each band', () => expect(said[0]).toEqual(['120 kWh × ₹5.70', '180 kWh × ₹7.00']));
  it('is price × load × period', () => expect(said[1]).toEqual(['₹70.00 × 5 kW × 30 × 12 ÷ 365.25']));
  it('is a rate of what is named, and what that comes to', () => {
    expect(said[2]).toEqual(['tariff.percentOf | 5 % | Energy − Fixed charge (₹1,599.030801)']);
  });
  it('is the minimum where that counts', () => expect(said[3]).toEqual(['tariff.atLeast | ₹2,000.00']));
});

describe('factorText', () => {
  const june = { fromDay: 19_509, toDay: 19_539 };
  const none = { factor: null, month: null };
  it.each([
    ['day', none, '30'],
    ['days30', none, '30 ÷ 30'],
    ['year', none, '30 × 12 ÷ 365.25'],
    ['bill', { factor: { numerator: 10n, denominator: 30n }, month: null }, '10 ÷ 30'],
    ['calendar', { factor: null, month: { year: 2023, month: 6, days: 12, length: 30 } }, '12 ÷ 30'],
  ] as const)('by %s', (basis, line, text) => expect(factorText(basis, june, line)).toBe(text));
});

describe('names of lines', () => {
  it('are their bands', () => {
    expect(bandText(0n, null, speech)).toBe('');
    expect(bandText(0n, 120_000_000n, speech)).toBe('tariff.band.first | 120 kWh');
    expect(bandText(120_000_000n, 240_500_000n, speech)).toBe('tariff.band.middle | 120 kWh | 240.5 kWh');
    expect(bandText(240_500_000n, null, speech)).toBe('tariff.band.last | 240.5 kWh');
  });

  it('begin with the days where the tariff changes inside the bill', () => {
    const tariff = tariffOf(charges);
    const usage = used(300_000n, { load: 5000n });
    const versions = [
      { fromDay: 0, tariff },
      { fromDay: usage.fromDay + 10, tariff },
    ];
    const { items, parts } = computeSplitBill(versions, usage);
    const names = items[0]?.lines.map((line) => lineName(line, parts[line.part] ?? null, speech));
    expect(names).toEqual([
      '1–10 Jun 2023, tariff.band.first | 40 kWh',
      '1–10 Jun 2023, tariff.band.last | 40 kWh',
      '11–30 Jun 2023, tariff.band.first | 80 kWh',
      '11–30 Jun 2023, tariff.band.last | 80 kWh',
    ]);
  });
});
