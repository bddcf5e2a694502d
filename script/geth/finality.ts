/**
 * How many blocks must lie upon a block before sealers that were parted and meet again can't take it away.
 *
 * Of two branches Clique takes the one of more difficulty, where a block counts 2 in its sealer's turn and 1 out of it (EIP-225), and geth takes the shorter
 * of two equal ones. A sealer may seal one of any ⌊n/2⌋ + 1 blocks, so the smaller part of n sealers, ⌊n/2⌋ + 1 of them away, seals at most one block
 * each: a difficulty of 2 (n − ⌊n/2⌋ − 1). For the same reason the larger part's sealers have each sealed one of its latest ⌊n/2⌋ + 1 blocks, so that of a block
 * with k upon it all of them have at least k + 1 − ⌊n/2⌋, each of a difficulty of 1 or more. They keep it where that is more.
 * @returns 0 for one sealer, 3 for three, 6 for five.
 */
export function confirmationsFor(sealers: number): number {
  const half = Math.floor(sealers / 2);
  return Math.max(0, 2 * (sealers - half - 1) + half);
}
