import { DecimalError, parseDecimal } from './decimal.ts';

export type TypedAmount =
  | { value: bigint; problem: null }
  /** `missing` where nothing is typed. */
  | { value: null; problem: 'missing' | 'notAnAmount' | 'tooManyDecimals' };

/** An amount as people type it, with or without commas, in millionths of the currency. */
export function parseAmount(text: string): TypedAmount {
  const plain = text.replace(/[,\s]/g, '');
  if (plain === '') return { value: null, problem: 'missing' };
  if (plain.startsWith('-')) return { value: null, problem: 'notAnAmount' };
  try {
    return { value: parseDecimal(plain, 6), problem: null };
  } catch (error) {
    const tooFine = error instanceof DecimalError && error.reason === 'tooManyDecimals';
    return { value: null, problem: tooFine ? 'tooManyDecimals' : 'notAnAmount' };
  }
}
