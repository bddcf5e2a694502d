import type { ReadingKind } from './entries.ts';

const kinds: readonly ReadingKind[] = ['actual', 'estimated', 'confirmed'];

/** @param kind the contract's number for it */
export function readingKindOf(kind: number): ReadingKind {
  return kinds[kind] ?? 'actual';
}
