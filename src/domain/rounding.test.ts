import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divide, divideTo, type Rounding, roundTo } from './rounding.ts';

const roundings: fc.Arbitrary<Rounding> = fc.record({
  step: fc.bigInt(1n, 10_000_000n),
  mode: fc.constantFrom('halfUp', 'down', 'up'),
});

describe('roundTo', () => {
  it.each([
    ['halfUp', -180_587_500_000n, 1_000_000n, -180_588_000_000n],
    ['halfUp', 2_500_000n, 1_000_000n, 3_000_000n],
    ['halfUp', 2_499_999n, 1_000_000n, 2_000_000n],
    ['halfUp', 3_000_116n, 50_000n, 3_000_000n],
    ['down', -9_010_000n, 10_000_000n, 0n],
    ['down', 4_697_500_000n, 1_000_000n, 4_697_000_000n],
    ['up', -1_236_001n, 50_000n, -1_250_000n],
    ['up', 1n, 1_000_000n, 1_000_000n],
    ['up', 5_000_000n, 1_000_000n, 5_000_000n],
  ] as const)('rounds %s %s to a multiple of %s', (mode, value, step, rounded) => {
    expect(roundTo({ step, mode }, value)).toBe(rounded);
  });

  it('leaves a value alone where there is no rounding', () => {
    expect(roundTo(undefined, 1_234_567n)).toBe(1_234_567n);
  });

  it('moves by less than a step, half up by at most half of it, and on the right side', () => {
    fc.assert(
      fc.property(roundings, fc.bigInt(-(10n ** 18n), 10n ** 18n), (rounding, value) => {
        const rounded = roundTo(rounding, value);
        const moved = rounded > value ? rounded - value : value - rounded;
        const grew = (rounded < 0n ? -rounded : rounded) - (value < 0n ? -value : value);
        expect(rounded % rounding.step).toBe(0n);
        expect(moved).toBeLessThan(rounding.step);
        if (rounding.mode === 'halfUp') expect(moved * 2n).toBeLessThanOrEqual(rounding.step);
        if (rounding.mode === 'down') expect(grew).toBeLessThanOrEqual(0n);
        if (rounding.mode === 'up') expect(grew).toBeGreaterThanOrEqual(0n);
        expect(roundTo(rounding, -value)).toBe(-rounded);
      }),
    );
  });
});

describe('divide', () => {
  it('rounds the exact quotient once', () => {
    expect(divide(5n, 2n)).toBe(3n);
    expect(divide(-5n, 2n)).toBe(-3n);
    expect(divide(4n, 3n)).toBe(1n);
    expect(divide(5n, 3n)).toBe(2n);
    // 2.4999… to the nearest 5: rounding to a whole first would give 5.
    expect(divideTo({ step: 5n, mode: 'halfUp' }, 249n, 100n)).toBe(0n);
  });
});
