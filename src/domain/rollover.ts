/**
 * Energy between two readings of a meter's own register that may have begun again at zero once; Wh.
 * @param modulus what the meter counts to: 10^8 Wh for five digits of kWh
 */
export function energyBetween(before: bigint, now: bigint, modulus: bigint): bigint {
  return (((now - before) % modulus) + modulus) % modulus;
}
