import type { Rounding } from '../rounding.ts';
import { readUint } from './bytes.ts';
import { TariffError } from './errors.ts';
import {
  BAND,
  BASIS_CODE,
  CHARGE_FLAG,
  DEDUCTION_CODE,
  KIND_CODE,
  MODE_CODE,
  meaning,
  SUBTRACT,
  WHEN_FLAG,
  WORD,
} from './layout.ts';
import { type Band, type Charge, type Deduction, type Reference, ROOM } from './model.ts';

/** Readers of the numeric part. They read what is said; whether it is allowed is for the rules of the file. */

/** The charge at an offset and the bytes that it takes. @throws TariffError */
export function readCharge(
  bytes: Uint8Array,
  offset: number,
  head: { id: string; label: string },
  names: string[],
): { charge: Charge; size: number } {
  if (offset + WORD > bytes.length) {
    throw new TariffError('bytes 15–16', bytes.length, `room for the charge "${head.id}" at byte ${offset}`);
  }
  const kind = readCode(bytes, offset, KIND_CODE);
  const flags = bytes[offset + 1] ?? 0;
  const bandCount = bytes[offset + 3] ?? 0;
  const sums = kind === 'percent' || kind === 'subtotal';

  const limits = offset + WORD;
  const references = limits + (flags & CHARGE_FLAG.limits ? WORD : 0);
  const bands = references + (sums ? WORD : 0);
  const end = bands + Math.ceil((bandCount * BAND) / WORD) * WORD;
  const size = Number(readUint(bytes, offset + 30, 2));
  if (size !== end - offset) throw new TariffError(`bytes ${offset + 30}–${offset + 31}`, size, `${end - offset}`);
  if (end > bytes.length) throw new TariffError('bytes 15–16', bytes.length, `room for the charge "${head.id}"`);

  const value = flags & CHARGE_FLAG.value ? readUint(bytes, offset + 22, 8) : undefined;
  const per = { load: (flags & CHARGE_FLAG.perLoad) !== 0, basis: (flags & CHARGE_FLAG.perBasis) !== 0 };
  const common = {
    ...head,
    basis: flags & CHARGE_FLAG.ownBasis ? readCode(bytes, offset + 2, BASIS_CODE) : undefined,
    round: readRounding(bytes, offset + 4),
    ...(flags & CHARGE_FLAG.limits ? readLimits(bytes, limits) : {}),
  };
  const signed = {
    ...common,
    lineRound: readRounding(bytes, offset + 13),
    negative: (flags & CHARGE_FLAG.negative) !== 0,
  };
  const table = () => readBands(bytes, bands, bandCount);
  const of = () => readReferences(bytes, references, names);
  switch (kind) {
    case 'telescopic':
    case 'whole':
      return { size, charge: { ...signed, kind: 'energy', method: kind, bands: table() } };
    case 'fixed':
      return { size, charge: { ...signed, kind, per, price: value ?? table() } };
    case 'percent':
      if (value === undefined) throw new TariffError(`byte ${offset + 1}`, flags, 'the flag 32 of a percentage');
      return { size, charge: { ...signed, kind, rate: value, of: of() } };
    case 'subtotal':
      return {
        size,
        charge: { ...common, kind, of: of(), atLeast: value === undefined ? undefined : { amount: value, per } },
      };
  }
}

/** The deduction at an offset. @throws TariffError */
export function readDeduction(
  bytes: Uint8Array,
  offset: number,
  head: { id: string; label: string | undefined },
): Deduction {
  if (offset + WORD > bytes.length) {
    throw new TariffError('bytes 15–16', bytes.length, `room for the deduction "${head.id}" at byte ${offset}`);
  }
  const value = readUint(bytes, offset + 1, 8);
  return readCode(bytes, offset, DEDUCTION_CODE) === 'amount'
    ? { ...head, amount: value }
    : { ...head, percent: value, round: readRounding(bytes, offset + 9) };
}

/** The word of references at an offset. @throws TariffError */
export function readReferences(bytes: Uint8Array, offset: number, names: string[]): Reference[] {
  const of: Reference[] = [];
  for (let at = offset; at < offset + WORD && bytes[at]; at++) {
    const code = bytes[at] ?? 0;
    const id = names[(code & ~SUBTRACT) - 1];
    if (id === undefined) throw new TariffError(`byte ${at}`, code, `a reference to one of ${names.length} names`);
    of.push({ id, subtract: (code & SUBTRACT) !== 0 });
  }
  return of;
}

/** A mode and a step. @throws TariffError */
export function readRounding(bytes: Uint8Array, offset: number, stepLength = 8): Rounding | undefined {
  if (bytes[offset] === 0) return undefined;
  return { mode: readCode(bytes, offset, MODE_CODE), step: readUint(bytes, offset + 1, stepLength) };
}

/** What the code at an offset stands for. @throws TariffError */
export function readCode<T extends string>(bytes: Uint8Array, offset: number, codes: Record<T, number>): T {
  const found = meaning(codes, bytes[offset] ?? 0);
  if (found === undefined) {
    throw new TariffError(`byte ${offset}`, bytes[offset], `one of ${Object.values(codes).join(', ')}`);
  }
  return found;
}

function readLimits(bytes: Uint8Array, offset: number): Pick<Charge, 'when' | 'roundLimits'> {
  const given = bytes[offset + 25] ?? 0;
  const above = given & WHEN_FLAG.above ? readUint(bytes, offset, 8) : undefined;
  const upTo = given & WHEN_FLAG.upTo ? readUint(bytes, offset + 8, 8) : undefined;
  return {
    when: above === undefined && upTo === undefined ? undefined : { above, upTo },
    roundLimits: readRounding(bytes, offset + 16),
  };
}

function readBands(bytes: Uint8Array, offset: number, count: number): Band[] {
  return Array.from({ length: count }, (_, index) => {
    const at = offset + index * BAND;
    const upTo = readUint(bytes, at, 8);
    return { upTo: upTo === ROOM.u64 ? null : upTo, price: readUint(bytes, at + 8, 8) };
  });
}
