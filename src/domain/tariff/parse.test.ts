import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tariffs } from './arbitrary.ts';
import { TariffError } from './errors.ts';
import { EXAMPLE } from './example.ts';
import { parseTariff, parseTariffText } from './parse.ts';
import { serializeTariff } from './serialize.ts';

/** The example with the value at a path replaced; undefined takes the field away. */
function changed(path: string, value: unknown): unknown {
  const file = structuredClone(EXAMPLE) as unknown as Record<string, unknown>;
  const keys = path.match(/[^.[\]]+/g) ?? [];
  const last = keys.pop() as string;
  const holder = keys.reduce((held, key) => held[key] as Record<string, unknown>, file);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return file;
}

function errorOf(value: unknown): TariffError {
  try {
    parseTariff(value);
  } catch (error) {
    if (error instanceof TariffError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('parseTariff', () => {
  it('reads the figures as integers', () => {
    const tariff = parseTariff(EXAMPLE);
    expect(tariff).toMatchObject({
      currency: 'INR',
      dueDays: 21,
      splitTo: 100n,
      total: { round: { step: 1_000_000n, mode: 'halfUp' }, carry: true },
      lateSurcharge: { percentPerMonth: 15_000n },
      prepaid: { round: { step: 10n, mode: 'down' } },
    });
    expect(tariff.charges[0]).toMatchObject({
      bands: [
        { upTo: 120_000_000n, price: 5_700_000n },
        { upTo: 240_000_000n, price: 7_000_000n },
        { upTo: null, price: 7_900_000n },
      ],
      roundLimits: { step: 1_000_000n },
      lineRound: { step: 10_000n },
      negative: false,
    });
    expect(tariff.charges[4]).toMatchObject({ rate: 50_000n, of: [{}, {}, { id: 'paid-before', subtract: true }] });
    expect(tariff.charges[5]).toMatchObject({ atLeast: { amount: 30_000_000n, per: { load: true, basis: false } } });
  });

  it('fills in the defaults', () => {
    const tariff = parseTariff({
      format: 'tariff/1',
      id: 'flat',
      title: 'Flat',
      currency: 'INR',
      basis: 'bill',
      charges: [{ id: 'energy', label: 'Energy', kind: 'energy', bands: [{ rate: '5' }] }],
      total: { of: ['energy'] },
    });
    expect(tariff).toMatchObject({ adjustments: [], dueDays: 15, splitTo: 1n, total: { carry: false } });
    expect(tariff.charges[0]).toMatchObject({ method: 'telescopic', negative: false });
    expect(tariff.prepaid).toBeUndefined();
  });

  it('writes the same file back', () => {
    expect(serializeTariff(parseTariff(EXAMPLE))).toEqual(EXAMPLE);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(tariffs, (tariff) => {
        expect(parseTariff(serializeTariff(tariff))).toEqual(tariff);
      }),
    );
  });

  it.each<[string, unknown, string]>([
    ['format', 'tariff/2', 'one of "tariff/1"'],
    ['id', 'APDCL', 'an id of a-z'],
    ['title', ' ', 'a text that is not empty'],
    ['title', undefined, 'a text that is not empty'],
    ['title', 'a\ud800', 'a text that is not empty'],
    ['source', '', 'a text that is not empty'],
    ['currency', 'Rs', 'an ISO 4217 code'],
    ['basis', 'month', 'one of "bill", "day", "days30", "year", "calendar"'],
    ['adjustments', null, 'a list'],
    ['adjustments[1]', 'arrears', 'an id that no adjustment'],
    ['charges', [], 'a list of at least 1'],
    ['charges[0].kind', 'tiered', 'one of "energy"'],
    ['charges[0].label', undefined, 'a text'],
    ['charges[1].id', 'energy', 'an id that no adjustment'],
    ['charges[1].id', 'arrears', 'an id that no adjustment'],
    ['charges[0].bands', [], 'a list of at least 1'],
    ['charges[0].bands', undefined, 'a list'],
    ['charges[0].bands[0].rate', 5.7, 'a number in quotes'],
    ['charges[0].bands[0].rate', '5.7000001', 'with at most 6 decimals'],
    ['charges[0].bands[0].rate', '-5.7', 'a number that is not negative'],
    ['charges[0].bands[0].rate', '18446744073709.551616', 'at most 18446744073709.551615'],
    ['charges[0].bands[0].upTo', undefined, 'a number in quotes'],
    ['charges[0].bands[1].upTo', '120', 'more than the limit before'],
    ['charges[0].bands[1].upTo', '18446744073709.551615', 'at most 18446744073709.551614'],
    ['charges[0].bands[0].amount', '5', 'no such field; the fields here are upTo, rate'],
    ['charges[0].method', 'block', 'one of "telescopic", "whole"'],
    ['charges[0].per', ['kW'], 'no such field'],
    ['charges[0].of', ['arrears'], 'no such field'],
    ['charges[0].lineRound.to', '0', 'a step above zero'],
    ['charges[0].lineRound.mode', 'nearest', 'one of "halfUp", "down", "up"'],
    ['charges[0].colour', 'red', 'no such field'],
    ['charges[1].when', {}, '"above", "upTo" or both'],
    ['charges[1].when.upTo', '100', 'more than "above"'],
    ['charges[1].negative', 'yes', 'true or false'],
    ['charges[2].per', [], 'a list of at least 1'],
    ['charges[2].per[0]', 'kVA', 'one of "kW", "basis"'],
    ['charges[2].per', ['kW', 'kW'], 'each name once'],
    ['charges[2].amount', undefined, 'a number in quotes'],
    ['charges[3].amount', '5', 'either "amount" or "bands"'],
    ['charges[4].rate', '5.00001', 'with at most 4 decimals'],
    ['charges[4].rate', '429496.7296', 'at most 429496.7295'],
    ['charges[4].of', [], 'a list of at least 1'],
    ['charges[4].of[0]', 'net', 'a declared adjustment or a charge above'],
    ['charges[4].of[0]', 'duty', 'a declared adjustment or a charge above'],
    ['charges[4].of[0]', '--energy', 'a declared adjustment or a charge above'],
    ['charges[4].of[0]', 5, 'a declared adjustment or a charge above'],
    ['charges[4].of[2]', '-energy', 'each name once'],
    ['charges[5].negative', true, 'no such field'],
    ['charges[5].lineRound', { to: '1', mode: 'up' }, 'no such field'],
    ['total.of[2]', 'unknown', 'a declared adjustment or a charge above'],
    ['total.round', undefined, 'a rounding, as "carry" is given'],
    ['lateSurcharge.percentPerMonth', undefined, 'a number in quotes'],
    ['dueDays', '15', 'a whole number from 0 to 3650'],
    ['dueDays', 15.5, 'a whole number from 0 to 3650'],
    ['dueDays', 3651, 'a whole number from 0 to 3650'],
    ['splitTo', '0.0001', 'with at most 3 decimals'],
    ['splitTo', '0', 'a step above zero'],
    ['splitTo', '4294967.296', 'at most 4294967.295'],
    ['prepaid.round.to', '0.0001', 'with at most 3 decimals'],
    ['prepaid.deduct[1].id', 'fee', 'an id that no deduction above has'],
    ['prepaid.deduct[0].round', { to: '1', mode: 'up' }, '"round" only beside "percent"'],
    ['prepaid.deduct[0].amount', undefined, 'a number in quotes'],
  ])('refuses %s: %j', (path, value, expected) => {
    const error = errorOf(changed(path, value));
    expect(error).toMatchObject({ field: path, value });
    expect(error.expected).toContain(expected);
    expect(error.message).toMatch(/^\S+ is .*; expected /);
  });

  it('says of two fields that exclude each other which one is too much', () => {
    expect(errorOf(changed('prepaid.deduct[0].percent', '3'))).toMatchObject({
      field: 'prepaid.deduct[0].amount',
      expected: 'either "amount" or "percent", not both',
    });
    expect(errorOf(changed('charges[5].atLeast', undefined))).toMatchObject({
      field: 'charges[5].per',
      expected: '"per" only beside "atLeast"',
    });
  });

  it.each([null, 5, 'tariff', []])('refuses %j as a file', (value) => {
    expect(errorOf(value).field).toBe('');
  });

  it('refuses more names than one byte can number', () => {
    const charge = { label: 'Energy', kind: 'energy', bands: [{ rate: '5' }] };
    const charges = Array.from({ length: 125 }, (_, index) => ({ ...charge, id: `energy-${index}` }));
    const file = { ...EXAMPLE, charges, total: { of: ['energy-0'] } };
    expect(errorOf(file)).toMatchObject({ field: 'charges', value: '125 entries', expected: 'at most 124' });
    expect(parseTariff({ ...file, charges: charges.slice(0, 124) }).charges).toHaveLength(124);
  });

  it('refuses a tariff that is too long to be published', () => {
    expect(errorOf({ ...EXAMPLE, title: 'x'.repeat(24_576) }).expected).toBe('at most 24575 bytes');
  });
});

describe('parseTariffText', () => {
  it('reads JSON', () => {
    expect(parseTariffText(JSON.stringify(EXAMPLE))).toEqual(parseTariff(EXAMPLE));
  });

  it('says where a text is no JSON', () => {
    expect(() => parseTariffText('{ "format": tariff }')).toThrow(
      /^the file is .*; expected a JSON file \(.*JSON.*\)$/,
    );
  });
});
