import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tariffs } from '../../domain/tariff/arbitrary.ts';
import { TariffError } from '../../domain/tariff/errors.ts';
import { EXAMPLE } from '../../domain/tariff/example.ts';
import { parseTariff, parseTariffText } from '../../domain/tariff/parse.ts';
import { added, newCharge, newDraft, type TariffDraft } from './draft.ts';
import { draftOf } from './draftOf.ts';
import { fileOf } from './fileOf.ts';

const folder = new URL('../../../tariffs/', import.meta.url);

describe('the form loses nothing of a tariff', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', (name) => {
    const tariff = parseTariffText(readFileSync(new URL(name, folder), 'utf8'));
    expect(parseTariff(fileOf(draftOf(tariff)))).toEqual(tariff);
  });

  it("the format's own example, with what the form has no fields for", () => {
    const tariff = parseTariff(EXAMPLE);
    expect(parseTariff(fileOf(draftOf(tariff)))).toEqual(tariff);
  });

  it('random ones', () => {
    fc.assert(
      fc.property(tariffs, (tariff) => {
        expect(parseTariff(fileOf(draftOf(tariff)))).toEqual(tariff);
      }),
    );
  });
});

describe('what is not filled in is named', () => {
  const fieldOf = (draft: TariffDraft) => {
    try {
      parseTariff(fileOf(draft));
    } catch (error) {
      if (error instanceof TariffError) return error.field;
      throw error;
    }
    return null;
  };
  const charge = { ...newCharge(), id: 'energy', label: 'Energy', bands: [{ upTo: '', price: '5' }] };
  const whole: TariffDraft = {
    ...newDraft('INR'),
    id: 'flat',
    title: 'Flat',
    charges: [charge],
    totalOf: [added(charge)],
  };

  it.each<[string | null, Partial<TariffDraft>]>([
    [null, {}],
    ['id', { id: '' }],
    ['title', { title: '' }],
    ['dueDays', { dueDays: 'soon' }],
    ['charges[0].id', { charges: [{ ...charge, id: '' }] }],
    ['charges[0].bands[0].rate', { charges: [{ ...charge, bands: [{ upTo: '', price: '' }] }] }],
    [
      'charges[0].bands[0].upTo',
      {
        charges: [
          {
            ...charge,
            bands: [
              { upTo: '', price: '5' },
              { upTo: '', price: '6' },
            ],
          },
        ],
      },
    ],
    ['charges[0].amount', { charges: [{ ...charge, kind: 'fixed' }] }],
    ['charges[0].of', { charges: [{ ...charge, kind: 'percent', rate: '5' }] }],
    ['total.of', { totalOf: [] }],
    ['lateSurcharge.percentPerMonth', { latePercent: 'much' }],
  ])('%s', (field, changes) => expect(fieldOf({ ...whole, ...changes })).toBe(field));
});
