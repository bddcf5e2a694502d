import { dayOfIsoDate } from '../calendar.ts';
import { UsageError } from './errors.ts';
import { parseTariff } from './parse.ts';
import type { Usage } from './usage.ts';

/** For tests only: the format's own example, the shortest tariffs around a charge, and usages of them. */

export const EXAMPLE = {
  format: 'tariff/1',
  id: 'apdcl-domestic-a-2023',
  title: 'APDCL LT-II Domestic A, 2023-24',
  source: 'AERC order of 29-03-2023',
  currency: 'INR',
  basis: 'days30',
  adjustments: ['arrears', 'paid-before'],
  charges: [
    {
      id: 'energy',
      label: 'Energy',
      kind: 'energy',
      bands: [{ upTo: '120', rate: '5.7' }, { upTo: '240', rate: '7' }, { rate: '7.9' }],
      roundLimits: { to: '1', mode: 'halfUp' },
      lineRound: { to: '0.01', mode: 'halfUp' },
    },
    {
      id: 'night',
      label: 'Night rebate',
      kind: 'energy',
      method: 'whole',
      bands: [{ upTo: '300', rate: '0.25' }],
      when: { above: '100', upTo: '300' },
      negative: true,
    },
    { id: 'fixed', label: 'Fixed charge', kind: 'fixed', basis: 'calendar', amount: '70', per: ['kW', 'basis'] },
    { id: 'meter', label: 'Meter', kind: 'fixed', bands: [{ upTo: '50', amount: '10' }, { amount: '20.5' }] },
    { id: 'duty', label: 'Duty 5%', kind: 'percent', rate: '5', of: ['energy', 'night', '-paid-before'] },
    { id: 'net', label: 'Net', kind: 'subtotal', of: ['energy', 'fixed'], atLeast: '30', per: ['kW'] },
  ],
  total: { of: ['net', 'duty', 'arrears'], round: { to: '1', mode: 'halfUp' }, carry: true },
  lateSurcharge: { percentPerMonth: '1.5', round: { to: '1', mode: 'halfUp' } },
  dueDays: 21,
  splitTo: '0.1',
  prepaid: {
    deduct: [
      { id: 'fee', label: 'Fee', amount: '16' },
      { id: 'tax', percent: '2.4', round: { to: '0.01', mode: 'up' } },
    ],
    round: { to: '0.01', mode: 'down' },
  },
};

/** A tariff of these charges, whose total names them all unless it is given. */
export function tariffOf(charges: ({ id: string } & Record<string, unknown>)[], rest: Record<string, unknown> = {}) {
  return parseTariff({
    format: 'tariff/1',
    id: 'test',
    title: 'Test',
    currency: 'INR',
    basis: 'bill',
    charges: charges.map((charge) => ({ label: charge.id, ...charge })),
    total: { of: charges.map(({ id }) => id) },
    ...rest,
  });
}

/** An energy charge of 5 per kWh. */
export const flat = { id: 'energy', kind: 'energy', bands: [{ rate: '5' }] };

/** A usage of 30 days in June 2023, unless the rest says otherwise. */
export function used(energy: bigint, rest: Partial<Usage> = {}): Usage {
  return { energy, fromDay: dayOfIsoDate('2023-06-01'), toDay: dayOfIsoDate('2023-07-01'), ...rest };
}

/** Why a computation has no answer. */
export function reasonOf(compute: () => unknown): string {
  try {
    compute();
  } catch (error) {
    if (error instanceof UsageError) return error.reason;
    throw error;
  }
  throw new Error('computed');
}
