/** Why a meter can't have begun again at zero between two of its own registers, or null. Wh. @param modulus what it counts to */
export function rolloverProblem(last: bigint, now: bigint, modulus: bigint): 'notFallen' | 'tooFewDigits' | null {
  if (last >= modulus) return 'tooFewDigits';
  return now >= last ? 'notFallen' : null;
}
