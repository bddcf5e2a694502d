import { DecimalError, parseDecimal } from './decimal.ts';

interface Bounds {
  /** Decimals it may have; the result is in units of the last one. */
  decimals: number;
  least: bigint;
  most: bigint;
}

/** A number as people type it, with or without commas; null when it is none or out of bounds. */
export function readFigure(text: string, { decimals, least, most }: Bounds): bigint | null {
  try {
    const value = parseDecimal(text.replace(/[,\s]/g, ''), decimals);
    return value >= least && value <= most ? value : null;
  } catch (error) {
    if (error instanceof DecimalError) return null;
    throw error;
  }
}
