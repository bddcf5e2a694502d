import { expect, it } from 'vitest';
import { EXAMPLE } from '../../domain/tariff/example.ts';
import { parseTariff } from '../../domain/tariff/parse.ts';
import { newCharge, newDraft } from './draft.ts';
import { draftOf } from './draftOf.ts';
import { missingFields } from './missingFields.ts';

it('finds nothing missing in a whole tariff', () => {
  expect(missingFields(draftOf(parseTariff(EXAMPLE)))).toEqual([]);
});

it('names everything that an empty form lacks', () => {
  expect(missingFields(newDraft('INR'))).toEqual([
    'id',
    'title',
    'charges[0].id',
    'charges[0].label',
    'charges[0].bands[0].rate',
  ]);
});

it('looks at the fields of each kind', () => {
  const charge = { ...newCharge(), id: 'x', label: 'X' };
  const banded = { ...charge, bands: [charge.bands[0], charge.bands[0]].map(() => ({ upTo: '', price: '' })) };
  const fieldsOf = (changes: object) =>
    missingFields({ ...newDraft('INR'), id: 'a', title: 'A', charges: [{ ...banded, ...changes }] });
  expect(fieldsOf({ kind: 'energy' })).toEqual([
    'charges[0].bands[0].upTo',
    'charges[0].bands[0].rate',
    'charges[0].bands[1].rate',
  ]);
  expect(fieldsOf({ kind: 'fixed', isBanded: true })).toContain('charges[0].bands[0].amount');
  expect(fieldsOf({ kind: 'fixed' })).toEqual(['charges[0].amount']);
  expect(fieldsOf({ kind: 'percent' })).toEqual(['charges[0].rate', 'charges[0].of']);
  expect(fieldsOf({ kind: 'subtotal' })).toEqual(['charges[0].of']);
});

it('wants something in the total', () => {
  expect(missingFields({ ...newDraft('INR'), totalOf: [] })).toContain('total.of');
});
