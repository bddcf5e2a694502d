import type { RoundingMode } from '../rounding.ts';
import type { Basis, Charge } from './model.ts';

/** The codes of the byte layout, docs/tariff-bytes.md, version 1. */

export const LAYOUT_VERSION = 1;
export const WORD = 32;
export const HEADER = 3 * WORD;
export const BAND = 16;

export const BASIS_CODE: Record<Basis, number> = { bill: 1, day: 2, days30: 3, year: 4, calendar: 5 };
/** 0 is no rounding. */
export const MODE_CODE: Record<RoundingMode, number> = { halfUp: 1, down: 2, up: 3 };
export const KIND_CODE = { telescopic: 1, whole: 2, fixed: 3, percent: 4, subtotal: 5 } as const;
export const DEDUCTION_CODE = { amount: 1, percent: 2 } as const;

export const HEADER_FLAG = { carry: 1, lateSurcharge: 2, prepaid: 4, percentLines: 8 } as const;
export const CHARGE_FLAG = { negative: 1, perLoad: 2, perBasis: 4, limits: 8, ownBasis: 16, value: 32 } as const;
export const WHEN_FLAG = { above: 1, upTo: 2 } as const;

export const SUBTRACT = 0x80;

export type KindName = keyof typeof KIND_CODE;

export function kindName(charge: Charge): KindName {
  return charge.kind === 'energy' ? charge.method : charge.kind;
}

/** What a code stands for, or undefined. */
export function meaning<T extends string>(codes: Record<T, number>, code: number): T | undefined {
  return (Object.keys(codes) as T[]).find((name) => codes[name] === code);
}
