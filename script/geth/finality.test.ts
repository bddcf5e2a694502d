import { expect, it } from 'vitest';
import { confirmationsFor } from './finality.ts';

type Branch = readonly number[];

/** In its sealer's turn a block counts 2. @param height Of the branch's first block. */
function difficulty(branch: Branch, height: number, sealers: number): number {
  return branch.reduce((sum, sealer, i) => sum + ((height + i) % sealers === sealer ? 2 : 1), 0);
}

/** All ways in which some sealers can go on for so many blocks, each sealing one of any half + 1 in a row. */
function branches(by: readonly number[], sealers: number, length: number, before: Branch = []): Branch[] {
  if (before.length === length) return [before];
  const half = Math.floor(sealers / 2);
  const recent = half === 0 ? [] : before.slice(-half);
  return by
    .filter((sealer) => !recent.includes(sealer))
    .flatMap((sealer) => branches(by, sealers, length, [...before, sealer]));
}

/** Whether a sealer of the larger part can be left with a branch that is not heavier than the heaviest of the smaller part. */
function canBeTakenAway(sealers: number, confirmations: number): boolean {
  const all = Array.from({ length: sealers }, (_, i) => i);
  const half = Math.floor(sealers / 2);
  const [smaller, larger] = [all.slice(half + 1), all.slice(0, half + 1)];
  const against = Array.from({ length: smaller.length + 1 }, (_, length) => branches(smaller, sealers, length)).flat();
  const kept = branches(larger, sealers, confirmations + 1);
  for (let height = 0; height < sealers; height++) {
    const heaviest = Math.max(...against.map((branch) => difficulty(branch, height, sealers)));
    for (const branch of kept) {
      for (const sealer of larger) {
        // It has all that it has sealed itself, and what these stand upon.
        const has = branch.slice(0, branch.lastIndexOf(sealer) + 1);
        if (difficulty(has, height, sealers) <= heaviest) return true;
      }
    }
  }
  return false;
}

it.each([
  1, 2, 3, 4, 5,
])('of %i sealers the smaller part can take no block away that has so many upon it', (sealers) => {
  expect(canBeTakenAway(sealers, confirmationsFor(sealers))).toBe(false);
});

it('with one less, three or five sealers can', () => {
  for (const sealers of [3, 5]) expect(canBeTakenAway(sealers, confirmationsFor(sealers) - 1)).toBe(true);
});

it('a single node takes nothing away', () => {
  expect([0, 1].map(confirmationsFor)).toEqual([0, 0]);
});
