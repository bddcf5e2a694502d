import { describe, expect, it } from 'vitest';
import { addCharge, countingOf, moveCharge, removeCharge, slugOf, withUse } from './changes.ts';
import { added, newCharge, newDraft, type TariffDraft } from './draft.ts';
import { fileOf } from './fileOf.ts';

const charge = (id: string) => ({ ...newCharge(), id, label: id });
const [energy, fixed, duty] = [charge('energy'), charge('fixed'), charge('duty')];
const draft: TariffDraft = {
  ...newDraft('INR'),
  charges: [energy, fixed, { ...duty, kind: 'percent', of: [added(energy), { to: fixed.key, isSubtracted: true }] }],
  totalOf: [energy, fixed, duty].map(added),
};
const ids = ({ charges }: TariffDraft) => charges.map(({ id }) => id);

it('adds a charge as a part of the total', () => {
  const { charges, totalOf } = addCharge(draft);
  expect(totalOf.at(-1)).toEqual({ to: charges.at(-1)?.key, isSubtracted: false });
});

it('keeps naming a charge whose id changes', () => {
  const charges = draft.charges.with(1, { ...fixed, id: 'rent' });
  expect(fileOf({ ...draft, charges })).toMatchObject({
    charges: [{}, {}, { of: ['energy', '-rent'] }],
    total: { of: ['energy', 'rent', 'duty'] },
  });
});

it('takes a removed charge out of every sum', () => {
  const removed = removeCharge(draft, fixed.key);
  expect(ids(removed)).toEqual(['energy', 'duty']);
  expect(fileOf(removed)).toMatchObject({ charges: [{}, { of: ['energy'] }], total: { of: ['energy', 'duty'] } });
});

it('moves a charge, and not beyond the ends', () => {
  expect(ids(moveCharge(draft, 1, -1))).toEqual(['fixed', 'energy', 'duty']);
  expect(ids(moveCharge(draft, 1, 1))).toEqual(['energy', 'duty', 'fixed']);
  expect(moveCharge(draft, 0, -1)).toBe(draft);
  expect(moveCharge(draft, 2, 1)).toBe(draft);
});

describe('how something counts in a sum', () => {
  const of = [
    { to: 1, isSubtracted: false },
    { to: 'arrears', isSubtracted: true },
  ];

  it('is read', () => {
    expect([1, 'arrears', 2].map((to) => countingOf(of, to))).toEqual(['added', 'subtracted', 'out']);
  });

  it('changes in its place', () => {
    expect(withUse(of, 1, 'subtracted')).toEqual([{ to: 1, isSubtracted: true }, of[1]]);
    expect(withUse(of, 'arrears', 'out')).toEqual([of[0]]);
    expect(withUse(of, 2, 'added')).toEqual([...of, { to: 2, isSubtracted: false }]);
    expect(withUse(of, 2, 'out')).toEqual(of);
  });
});

it.each([
  ['Fixed charge', 'fixed-charge'],
  ['Duty, 5%', 'duty-5'],
  ['2 kW rent', 'kw-rent'],
  ['বিদ্যুৎ', ''],
])('the id of "%s" is "%s"', (label, id) => expect(slugOf(label)).toBe(id));
