import { expect, it } from 'vitest';
import { fromAssetUnits, toAssetUnits } from './assetUnits.ts';

const rupees = 1_234_560_000n;

it.each([
  ['18 decimals', { unit: 10n ** 12n, step: 1n }, 1_234_560_000n * 10n ** 12n],
  ['6 decimals', { unit: 1n, step: 1n }, 1_234_560_000n],
  ['2 decimals', { unit: 1n, step: 10_000n }, 123_456n],
])('an amount in an asset of %s, and back', (_, units, value) => {
  expect(toAssetUnits(rupees, units)).toBe(value);
  expect(fromAssetUnits(value, units)).toBe(rupees);
});

it('what is less than the smallest amount can pay nothing', () => {
  expect(fromAssetUnits(10n ** 12n - 1n, { unit: 10n ** 12n, step: 1n })).toBe(0n);
});
