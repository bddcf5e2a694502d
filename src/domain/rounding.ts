/** `halfUp`: to the nearest, ties away from zero. `down`: towards zero. `up`: away from zero. */
export type RoundingMode = 'halfUp' | 'down' | 'up';

/** Rounding to a multiple of `step`, which has the unit of what is rounded. */
export type Rounding = { step: bigint; mode: RoundingMode };

/** numerator / denominator as a whole number, rounded by magnitude: −2.5 is −3 half up. The denominator is positive. */
export function divide(numerator: bigint, denominator: bigint, mode: RoundingMode = 'halfUp'): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const added = mode === 'down' ? 0n : mode === 'up' ? denominator - 1n : denominator / 2n;
  const quotient = (magnitude + added) / denominator;
  return numerator < 0n ? -quotient : quotient;
}

/** The multiple of the step that `numerator / denominator` rounds to: one rounding of the exact quotient. */
export function divideTo({ step, mode }: Rounding, numerator: bigint, denominator: bigint): bigint {
  return divide(numerator, denominator * step, mode) * step;
}

/** The value rounded to a multiple of the step, or as it is where there is no rounding. */
export function roundTo(rounding: Rounding | undefined, value: bigint): bigint {
  return rounding ? divideTo(rounding, value, 1n) : value;
}
