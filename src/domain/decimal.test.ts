import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecimalError, formatDecimal, parseDecimal } from './decimal.ts';

describe('parseDecimal', () => {
  it.each([
    ['0', 6, 0n],
    ['12.5', 6, 12_500_000n],
    ['-9.01', 6, -9_010_000n],
    ['007', 3, 7_000n],
    ['120.001', 3, 120_001n],
    ['5', 0, 5n],
    ['9007199254740993.000001', 6, 9_007_199_254_740_993_000_001n],
  ])('reads %s with %i decimals', (text, decimals, value) => {
    expect(parseDecimal(text, decimals)).toBe(value);
  });

  it.each([
    '',
    ' 5',
    '5 ',
    '+5',
    '.5',
    '5.',
    '1e3',
    '1,000',
    '5,7',
    '--5',
    '0x10',
    '٥',
    'NaN',
  ])('refuses "%s"', (text) => {
    expect(() => parseDecimal(text, 6)).toThrow(
      new DecimalError('notANumber', `"${text}" is not a decimal number such as 12 or 12.5`),
    );
  });

  it('refuses more decimals than the quantity has, even zeros', () => {
    expect(() => parseDecimal('5.7000', 3)).toThrow('"5.7000" has 4 decimals; at most 3 are possible');
  });
});

describe('formatDecimal', () => {
  it.each([
    [12_500_000n, 6, undefined, '12.500000'],
    [12_500_000n, 6, 0, '12.5'],
    [12_500_000n, 6, 2, '12.50'],
    [12_345_678n, 6, 2, '12.345678'],
    [-1n, 6, 0, '-0.000001'],
    [0n, 6, 2, '0.00'],
    [2_500_000_000n, 6, 0, '2500'],
    [7n, 0, undefined, '7'],
  ])('writes %s with %i decimals, keeping %s', (value, decimals, keep, text) => {
    expect(formatDecimal(value, decimals, { keep })).toBe(text);
  });

  it('is read back as the same value', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.nat(8), fc.nat(8), (value, decimals, keep) => {
        expect(parseDecimal(formatDecimal(value, decimals, { keep }), decimals)).toBe(value);
      }),
    );
  });
});
