import { monthsTouched } from '../calendar.ts';
import { divide } from '../rounding.ts';
import type { Basis } from './model.ts';

/** An exact, positive fraction. */
export type Fraction = { numerator: bigint; denominator: bigint };

export type Days = { fromDay: number; toDay: number };

export const ONE: Fraction = { numerator: 1n, denominator: 1n };

/** 28 · 29 · 30 · 31 days have this least common multiple. */
const ANY_MONTH = 377_580n;

/**
 * How many basis units a period is. `billDays` is the length of the whole bill: a part of it, where the tariff changes inside,
 * is that share of a basis unit `bill`.
 */
export function basisFactor(basis: Basis, period: Days, billDays: number): Fraction {
  const days = daysOf(period);
  switch (basis) {
    case 'bill':
      return fraction(days, billDays);
    case 'day':
      return fraction(days, 1);
    case 'days30':
      return fraction(days, 30);
    case 'year': // days × 12 / 365.25
      return fraction(48 * days, 1461);
    case 'calendar': {
      const parts = monthsTouched(period.fromDay, period.toDay).map(
        (month) => (BigInt(month.days) * ANY_MONTH) / BigInt(month.length),
      );
      return { numerator: parts.reduce((sum, part) => sum + part, 0n), denominator: ANY_MONTH };
    }
  }
}

export function daysOf({ fromDay, toDay }: Days): number {
  return toDay - fromDay;
}

export function fraction(numerator: number, denominator: number): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** value × factor as a whole number, rounded half up. */
export function scale(value: bigint, { numerator, denominator }: Fraction): bigint {
  return divide(value * numerator, denominator);
}
