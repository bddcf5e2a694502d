import { expect, it } from 'vitest';
import { parseAmount } from './amount.ts';

it.each([
  ['500', 500_000_000n],
  ['1,23,456.5', 123_456_500_000n],
  [' 0.000001 ', 1n],
])('%j is an amount', (text, value) => expect(parseAmount(text)).toEqual({ value, problem: null }));

it.each([
  ['  ', 'missing'],
  ['-5', 'notAnAmount'],
  ['12x', 'notAnAmount'],
  ['1.0000001', 'tooManyDecimals'],
])('%j is none', (text, problem) => expect(parseAmount(text)).toEqual({ value: null, problem }));
