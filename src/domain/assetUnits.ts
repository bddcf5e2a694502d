/** How an amount comes to units of what everything is paid in. */
export type AssetUnits = {
  /** Own units in `step` millionths of the currency. */
  unit: bigint;
  /** Millionths of the currency that amounts are a multiple of. */
  step: bigint;
};

/** What an amount comes to. @param amount Millionths of the currency, a multiple of the step. */
export function toAssetUnits(amount: bigint, { unit, step }: AssetUnits): bigint {
  return (amount / step) * unit;
}

/** The most that a number of units can pay, in millionths of the currency. */
export function fromAssetUnits(value: bigint, { unit, step }: AssetUnits): bigint {
  return (value / unit) * step;
}
