import { expect, it } from 'vitest';
import { readFigure } from './readFigure.ts';

const bounds = { decimals: 3, least: 0n, most: 2_000_000n };

it.each([
  ['500', 500_000n],
  [' 1,234.567 ', 1_234_567n],
  ['0', 0n],
  ['2000', 2_000_000n],
])('"%s" is a figure', (text, value) => expect(readFigure(text, bounds)).toBe(value));

it.each(['', 'many', '-1', '2000.001', '1.2345', '1e3'])('"%s" is none', (text) => {
  expect(readFigure(text, bounds)).toBe(null);
});
