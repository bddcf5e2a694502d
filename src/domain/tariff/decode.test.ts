import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tariffs } from './arbitrary.ts';
import { decodeTariff } from './decode.ts';
import { encodeTariff } from './encode.ts';
import { TariffError } from './errors.ts';
import { EXAMPLE, tariffOf } from './example.ts';
import { parseTariff } from './parse.ts';

const FLAT = tariffOf([{ id: 'energy', kind: 'energy', bands: [{ rate: '5' }] }]);

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function zeros(length: number): string {
  return '00'.repeat(length);
}

function row(...parts: string[]): string {
  return parts.join('');
}

/** Bytes of the example with one byte changed. */
function withByte(offset: number, value: number, bytes = encodeTariff(parseTariff(EXAMPLE))): Uint8Array {
  const copy = bytes.slice();
  copy[offset] = value;
  return copy;
}

describe('encodeTariff', () => {
  it('lays out a flat tariff byte by byte', () => {
    expect(hex(encodeTariff(FLAT))).toBe(
      [
        // 3 words: version, no adjustments, 1 charge, no deductions, flags, basis, INR, 15 days, 1 Wh, 160 bytes
        row('01000100', '0001', '494e52', '000f', '00000001', '00a0', zeros(15)),
        zeros(32),
        row('01', zeros(31)),
        // energy, no flags, basis bill, 1 band, no rounding, no value, 64 bytes
        row('01000101', zeros(26), '0040'),
        row('ffffffffffffffff', '00000000004c4b40', zeros(16)),
        // id, title, source, charge id and label
        row('000474657374', '000454657374', '0000', '0006656e65726779', '0006656e65726779'),
      ].join(''),
    );
  });

  it('puts every field of the example in its place', () => {
    const bytes = encodeTariff(parseTariff(EXAMPLE));
    const words = hex(bytes).match(/.{64}/g) ?? [];
    expect(words.slice(0, 3)).toEqual([
      // 2 adjustments, 6 charges, 2 deductions, flags 1 | 2 | 4, days30, INR, 21 days, 100 Wh, 19 words
      row('01020602', '0703', '494e52', '0015', '00000064', '0260', zeros(15)),
      // round half up to 1; the same for the surcharge of 1.5 %; prepaid down to 10 Wh
      row('0100000000000f4240', '0100000000000f4240', '00003a98', '020000000a', zeros(5)),
      // net is charge 5 after 2 adjustments, duty charge 4, arrears adjustment 0
      row('080701', zeros(29)),
    ]);
    expect(words.slice(3, 5)).toEqual([
      // telescopic, limits, days30, 3 bands, no round, lineRound half up to 0.01, 4 words
      row('01080303', zeros(9), '010000000000002710', zeros(8), '0080'),
      row(zeros(16), '0100000000000f4240', zeros(7)),
    ]);
    expect(words.slice(7, 9)).toEqual([
      // whole, negative with limits, 1 band
      row('02090301', zeros(26), '0060'),
      row('0000000005f5e100', '0000000011e1a300', zeros(9), '03', zeros(6)),
    ]);
    // fixed, per kW and basis, own basis calendar, value 70
    expect(words[10]).toBe(row('03360500', zeros(18), '00000000042c1d80', '0020'));
    // percent with the value 5 %, references energy, night, minus paid-before
    expect(words.slice(13, 15)).toEqual([
      row('04200300', zeros(18), '000000000000c350', '0040'),
      row('030482', zeros(29)),
    ]);
    // subtotal at least 30 per kW
    expect(words[15]).toBe(row('05220300', zeros(18), '0000000001c9c380', '0040'));
    expect(words.slice(17, 19)).toEqual([
      row('01', '0000000000f42400', zeros(23)),
      row('02', '0000000000005dc0', '030000000000002710', zeros(14)),
    ]);
  });
});

describe('decodeTariff', () => {
  it('gives the whole file back', () => {
    const tariff = parseTariff(EXAMPLE);
    expect(decodeTariff(encodeTariff(tariff))).toEqual(tariff);
  });

  it('reads back every tariff that can be encoded', () => {
    fc.assert(
      fc.property(tariffs, (tariff) => {
        expect(decodeTariff(encodeTariff(tariff))).toEqual(tariff);
      }),
    );
  });

  it('reads any figures as themselves or not at all, whatever the labels say', () => {
    const spoilt = fc.tuple(tariffs, fc.nat(), fc.nat(255), fc.boolean()).map(([tariff, offset, byte, cut]) => {
      const bytes = encodeTariff(tariff);
      return cut ? bytes.slice(0, offset % bytes.length) : withByte(offset % bytes.length, byte, bytes);
    });
    fc.assert(
      fc.property(spoilt, (bytes) => {
        try {
          const numericPart = 2 * ((bytes[15] ?? 0) * 256 + (bytes[16] ?? 0));
          expect(hex(encodeTariff(decodeTariff(bytes))).slice(0, numericPart)).toBe(hex(bytes).slice(0, numericPart));
        } catch (error) {
          if (!(error instanceof TariffError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  const energy = 3 * 32;
  const night = energy + 4 * 32;
  const percent = 13 * 32;
  const subtotal = 15 * 32;
  const fee = 17 * 32;
  it.each<[string, number, number, string]>([
    ['another version', 0, 2, 'byte 0'],
    ['no charge', 2, 0, ''],
    ['more adjustments than texts', 1, 200, ''],
    ['an unknown flag of the header', 4, 0x17, 'byte 4'],
    ['a flag for lines of percentages that none has', 4, 0x0f, 'byte 4'],
    ['carry without rounding', 32, 0, 'total.round'],
    ['an unknown basis', 5, 6, 'byte 5'],
    ['a currency of other letters', 6, 0x69, 'currency'],
    ['a split to nothing', 14, 0, 'splitTo'],
    ['another length of the numeric part', 16, 0xe0, ''],
    ['unused bytes of the header', 17, 1, 'byte 17'],
    ['an unknown mode', 32, 4, 'byte 32'],
    ['a step without a mode', 32 + 9, 0, 'byte 47'],
    ['a mode without a step', 32 + 26, 0, 'prepaid.round.to'],
    ['a total of nothing', 64, 0, 'total.of'],
    ['a total of something unknown', 64, 9, 'byte 64'],
    ['a total of the same thing twice', 65, 0x88, 'total.of[1]'],
    ['a reference behind the end', 70, 1, 'byte 70'],
    ['an unknown kind', energy, 6, `byte ${energy}`],
    ['an unknown flag of a charge', energy + 1, 0x48, `byte ${energy + 1}`],
    ['per kW on energy', energy + 1, 0x0a, `byte ${energy + 1}`],
    ['a value of energy', energy + 29, 1, `byte ${energy + 29}`],
    ['another basis than the file without a flag', energy + 2, 2, `byte ${energy + 2}`],
    ['more bands than the size has room for', energy + 3, 5, `bytes ${energy + 30}–${energy + 31}`],
    ['a size that is no multiple', energy + 31, 0x81, `bytes ${energy + 30}–${energy + 31}`],
    ['an unknown flag of limits', night + 32 + 25, 7, `byte ${night + 32 + 25}`],
    ['a limit that is not given', night + 32 + 25, 2, `byte ${night + 32 + 4}`],
    ['limits that do not rise', energy + 64 + 16 + 4, 1, 'charges[0].bands[1].upTo'],
    ['a band after the last', energy + 64 + 63, 1, `byte ${energy + 64 + 63}`],
    ['a percentage without a value', percent + 1, 0, `byte ${percent + 1}`],
    ['a percentage above what four bytes hold', percent + 25, 1, 'charges[4].rate'],
    ['a reference to a charge further down', percent + 32, 8, 'charges[4].of[0]'],
    ['bands of a percentage', percent + 3, 1, `bytes ${percent + 30}–${percent + 31}`],
    ['a negative subtotal', subtotal + 1, 0x23, `byte ${subtotal + 1}`],
    ['a rounding of the lines of a subtotal', subtotal + 13, 1, `byte ${subtotal + 13}`],
    ['an unknown deduction', fee, 3, `byte ${fee}`],
    ['a rounding of an amount', fee + 9, 1, `byte ${fee + 9}`],
    ['a text that is too long', 19 * 32 + 1, 0xff, ''],
  ])('refuses %s', (_, offset, byte, field) => {
    let error: unknown;
    try {
      decodeTariff(withByte(offset, byte));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(TariffError);
    if (field !== '') expect((error as TariffError).field).toBe(field);
  });

  it('refuses an open band that is not the last', () => {
    const bytes = encodeTariff(parseTariff(EXAMPLE));
    bytes.fill(0xff, energy + 64, energy + 64 + 8);
    expect(() => decodeTariff(bytes)).toThrow('charges[0].bands[0].upTo is missing');
  });

  it('refuses bytes after the last text, and a text cut short', () => {
    const bytes = encodeTariff(FLAT);
    expect(() => decodeTariff(new Uint8Array([...bytes, 0]))).toThrow('where the last text ends');
    expect(() => decodeTariff(bytes.slice(0, -1))).toThrow(TariffError);
    expect(() => decodeTariff(new Uint8Array())).toThrow('at least 96 bytes');
  });

  it('reads a label that is not UTF-8 as well as it can, so that its bills can still be checked', () => {
    const bytes = encodeTariff(FLAT);
    expect(decodeTariff(withByte(bytes.length - 1, 0xff, bytes)).charges[0]?.label).toContain('\ufffd');
  });
});
