import fc from 'fast-check';
import { expect, it } from 'vitest';
import { energyBetween } from './rollover.ts';

it('takes a meter of five digits from 99,986 to 11 for 25 kWh', () => {
  expect(energyBetween(99_986_000n, 11_000n, 10n ** 8n)).toBe(25_000n);
});

it('is the difference where the meter has not begun again', () => {
  expect(energyBetween(99_986_000n, 99_999_999n, 10n ** 8n)).toBe(13_999n);
  expect(energyBetween(0n, 0n, 10n ** 8n)).toBe(0n);
});

it('is what was used, wherever the meter stood', () => {
  const digits = fc.integer({ min: 4, max: 11 }).map((exponent) => 10n ** BigInt(exponent));
  fc.assert(
    fc.property(digits, fc.bigInt(0n, 10n ** 11n), fc.bigInt(0n, 10n ** 11n), (modulus, start, use) => {
      const [before, used] = [start % modulus, use % modulus];
      expect(energyBetween(before, (before + used) % modulus, modulus)).toBe(used);
    }),
  );
});
