import { DecimalError, formatDecimal, parseDecimal } from '../decimal.ts';
import type { Rounding, RoundingMode } from '../rounding.ts';
import { TariffError } from './errors.ts';

/** Readers of one value each; `field` is where it stands, such as `charges[2].bands[0].upTo`. All throw TariffError. */

export function readObject(value: unknown, field: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TariffError(field, value, `an object with ${known.join(', ')}`);
  }
  for (const [key, held] of Object.entries(value)) {
    if (!known.includes(key)) {
      throw new TariffError(within(field, key), held, `no such field; the fields here are ${known.join(', ')}`);
    }
  }
  return value as Record<string, unknown>;
}

export function readList(value: unknown, field: string, { least, most }: { least: number; most: number }): unknown[] {
  if (!Array.isArray(value)) throw new TariffError(field, value, 'a list');
  if (value.length < least) throw new TariffError(field, value, `a list of at least ${least}`);
  if (value.length > most) throw new TariffError(field, `${value.length} entries`, `at most ${most}`);
  return value;
}

export function readText(value: unknown, field: string): string {
  // Half a surrogate pair has no UTF-8 and would not survive publication.
  if (typeof value !== 'string' || value.trim() === '' || /\p{Cs}/u.test(value)) {
    throw new TariffError(field, value, 'a text that is not empty');
  }
  return value;
}

export function readSlug(value: unknown, field: string): string {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9-]*$/.test(value)) {
    throw new TariffError(field, value, 'an id of a-z, 0-9 and -, starting with a letter');
  }
  return value;
}

export function readFlag(value: unknown, field: string): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw new TariffError(field, value, 'true or false');
  return value;
}

export function readChoice<T extends string>(value: unknown, field: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new TariffError(field, value, `one of "${choices.join('", "')}"`);
  return found;
}

export function readWhole(value: unknown, field: string, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most) {
    throw new TariffError(field, value, `a whole number from 0 to ${most}`);
  }
  return value;
}

/** A decimal string, as a whole number of 10^-decimals from 0 to `most`. */
export function readDecimal(value: unknown, field: string, decimals: number, most: bigint): bigint {
  const expected = `a number in quotes such as "5.7", with at most ${decimals} decimals`;
  if (typeof value !== 'string') throw new TariffError(field, value, expected);
  try {
    const number = parseDecimal(value, decimals);
    if (number < 0n) throw new TariffError(field, value, 'a number that is not negative');
    if (number > most) {
      throw new TariffError(field, value, `at most ${formatDecimal(most, decimals, { keep: 0 })}`);
    }
    return number;
  } catch (error) {
    if (error instanceof DecimalError) throw new TariffError(field, value, expected);
    throw error;
  }
}

const MODES: readonly RoundingMode[] = ['halfUp', 'down', 'up'];

/** `{ to, mode }`; absent is no rounding. */
export function readRounding(value: unknown, field: string, decimals: number, most: bigint): Rounding | undefined {
  if (value === undefined) return undefined;
  const rounding = readObject(value, field, ['to', 'mode']);
  const step = readDecimal(rounding.to, within(field, 'to'), decimals, most);
  if (step === 0n) throw new TariffError(within(field, 'to'), rounding.to, 'a step above zero');
  return { step, mode: readChoice(rounding.mode, within(field, 'mode'), MODES) };
}

/** The name of a field of the object that stands at `field`; the file itself stands at ''. */
function within(field: string, key: string): string {
  return field ? `${field}.${key}` : key;
}
