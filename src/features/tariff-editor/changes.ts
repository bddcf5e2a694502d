import { added, newCharge, type ReferenceDraft, type TariffDraft } from './draft.ts';

/** Changes of a draft that reach further than one field. */

/** Adds a charge at the end, as a part of the total. */
export function addCharge(draft: TariffDraft): TariffDraft {
  const charge = newCharge();
  return { ...draft, charges: [...draft.charges, charge], totalOf: [...draft.totalOf, added(charge)] };
}

/** Takes a charge out, and out of every sum that named it. */
export function removeCharge(draft: TariffDraft, key: number): TariffDraft {
  const others = (of: ReferenceDraft[]) => of.filter(({ to }) => to !== key);
  return {
    ...draft,
    charges: draft.charges
      .filter((charge) => charge.key !== key)
      .map((charge) => ({ ...charge, of: others(charge.of) })),
    totalOf: others(draft.totalOf),
  };
}

/** Moves a charge one up (−1) or down (1). */
export function moveCharge(draft: TariffDraft, index: number, by: -1 | 1): TariffDraft {
  const charge = draft.charges[index];
  const to = index + by;
  if (!charge || to < 0 || to >= draft.charges.length) return draft;
  return { ...draft, charges: draft.charges.toSpliced(index, 1).toSpliced(to, 0, charge) };
}

/** How something counts in a sum. */
export type Use = 'out' | 'added' | 'subtracted';

export function countingOf(of: readonly ReferenceDraft[], to: ReferenceDraft['to']): Use {
  const reference = of.find((one) => one.to === to);
  if (!reference) return 'out';
  return reference.isSubtracted ? 'subtracted' : 'added';
}

export function withUse(of: readonly ReferenceDraft[], to: ReferenceDraft['to'], use: Use): ReferenceDraft[] {
  if (use === 'out') return of.filter((one) => one.to !== to);
  const reference = { to, isSubtracted: use === 'subtracted' };
  return of.some((one) => one.to === to) ? of.map((one) => (one.to === to ? reference : one)) : [...of, reference];
}

/** An id out of a label: "Fixed charge" is fixed-charge. Empty where the label has no letter of a to z to begin with. */
export function slugOf(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}
