import type { Rounding } from '../rounding.ts';
import { concatBytes, writeUint } from './bytes.ts';
import {
  BAND,
  BASIS_CODE,
  CHARGE_FLAG,
  DEDUCTION_CODE,
  KIND_CODE,
  kindName,
  MODE_CODE,
  SUBTRACT,
  WHEN_FLAG,
  WORD,
} from './layout.ts';
import { type Band, type Charge, type Deduction, type Per, type Reference, ROOM, type Tariff } from './model.ts';

/** `names`: adjustments, then charges, as references count them. */
export function encodeCharge(charge: Charge, tariff: Tariff, names: string[]): Uint8Array {
  const words: Uint8Array[] = [new Uint8Array(WORD)];
  if (charge.when || charge.roundLimits) words.push(encodeLimits(charge));
  if (charge.kind === 'percent' || charge.kind === 'subtotal') words.push(encodeReferences(charge.of, names));
  const bands = bandsOf(charge);
  if (bands.length > 0) words.push(encodeBands(bands));
  const bytes = concatBytes(words);

  const value = figureOf(charge);
  bytes[0] = KIND_CODE[kindName(charge)];
  bytes[1] = flagsOf(charge) | (value === undefined ? 0 : CHARGE_FLAG.value);
  bytes[2] = BASIS_CODE[charge.basis ?? tariff.basis];
  bytes[3] = bands.length;
  writeRounding(bytes, 4, charge.round);
  writeRounding(bytes, 13, charge.kind === 'subtotal' ? undefined : charge.lineRound);
  writeUint(bytes, 22, 8, value ?? 0n);
  writeUint(bytes, 30, 2, bytes.length);
  return bytes;
}

function flagsOf(charge: Charge): number {
  const per = perOf(charge);
  return (
    (charge.kind !== 'subtotal' && charge.negative ? CHARGE_FLAG.negative : 0) |
    (per?.load ? CHARGE_FLAG.perLoad : 0) |
    (per?.basis ? CHARGE_FLAG.perBasis : 0) |
    (charge.when || charge.roundLimits ? CHARGE_FLAG.limits : 0) |
    (charge.basis ? CHARGE_FLAG.ownBasis : 0)
  );
}

function perOf(charge: Charge): Per | undefined {
  if (charge.kind === 'fixed') return charge.per;
  return charge.kind === 'subtotal' ? charge.atLeast?.per : undefined;
}

function bandsOf(charge: Charge): Band[] {
  if (charge.kind === 'energy') return charge.bands;
  return charge.kind === 'fixed' && typeof charge.price !== 'bigint' ? charge.price : [];
}

function figureOf(charge: Charge): bigint | undefined {
  switch (charge.kind) {
    case 'fixed':
      return typeof charge.price === 'bigint' ? charge.price : undefined;
    case 'percent':
      return charge.rate;
    case 'subtotal':
      return charge.atLeast?.amount;
    case 'energy':
      return undefined;
  }
}

function encodeLimits({ when, roundLimits }: Charge): Uint8Array {
  const bytes = new Uint8Array(WORD);
  writeUint(bytes, 0, 8, when?.above ?? 0n);
  writeUint(bytes, 8, 8, when?.upTo ?? 0n);
  writeRounding(bytes, 16, roundLimits);
  bytes[25] = (when?.above === undefined ? 0 : WHEN_FLAG.above) | (when?.upTo === undefined ? 0 : WHEN_FLAG.upTo);
  return bytes;
}

export function encodeReferences(of: Reference[], names: string[]): Uint8Array {
  const bytes = new Uint8Array(WORD);
  of.forEach(({ id, subtract }, index) => {
    bytes[index] = (names.indexOf(id) + 1) | (subtract ? SUBTRACT : 0);
  });
  return bytes;
}

function encodeBands(bands: Band[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((bands.length * BAND) / WORD) * WORD);
  bands.forEach(({ upTo, price }, index) => {
    writeUint(bytes, index * BAND, 8, upTo ?? ROOM.u64);
    writeUint(bytes, index * BAND + 8, 8, price);
  });
  return bytes;
}

export function encodeDeduction(deduction: Deduction): Uint8Array {
  const bytes = new Uint8Array(WORD);
  if ('amount' in deduction) {
    bytes[0] = DEDUCTION_CODE.amount;
    writeUint(bytes, 1, 8, deduction.amount);
  } else {
    bytes[0] = DEDUCTION_CODE.percent;
    writeUint(bytes, 1, 8, deduction.percent);
    writeRounding(bytes, 9, deduction.round);
  }
  return bytes;
}

/** No rounding is all zeros. */
export function writeRounding(bytes: Uint8Array, offset: number, rounding: Rounding | undefined, stepLength = 8): void {
  if (!rounding) return;
  bytes[offset] = MODE_CODE[rounding.mode];
  writeUint(bytes, offset + 1, stepLength, rounding.step);
}
