const HUNDREDTH = 10_000n;

/** The next amount that can be written with two decimals, so that paying it is enough. @param amount millionths of the currency */
export function upToHundredths(amount: bigint): bigint {
  return ((amount + HUNDREDTH - 1n) / HUNDREDTH) * HUNDREDTH;
}
