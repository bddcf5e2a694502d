import { concatBytes, writeUint } from './bytes.ts';
import { encodeCharge, encodeDeduction, encodeReferences, writeRounding } from './encodeCharge.ts';
import { TariffError } from './errors.ts';
import { BASIS_CODE, HEADER, HEADER_FLAG, LAYOUT_VERSION, WORD } from './layout.ts';
import { ROOM, type Tariff } from './model.ts';

/** The tariff in the layout of docs/tariff-bytes.md, as it is published. @throws TariffError when it is too long for that */
export function encodeTariff(tariff: Tariff): Uint8Array {
  const names = [...tariff.adjustments, ...tariff.charges.map(({ id }) => id)];
  const body = concatBytes([
    ...tariff.charges.map((charge) => encodeCharge(charge, tariff, names)),
    ...(tariff.prepaid?.deduct ?? []).map(encodeDeduction),
  ]);
  const numericLength = HEADER + body.length;
  const texts = textsOf(tariff).map((text) => new TextEncoder().encode(text));
  const length = numericLength + texts.reduce((sum, text) => sum + 2 + text.length, 0);
  if (length > ROOM.program) {
    throw new TariffError('', `${length} bytes when published`, `at most ${ROOM.program} bytes`);
  }
  return concatBytes([encodeHeader(tariff, names, numericLength), body, ...texts.flatMap(withLength)]);
}

/** The texts of a tariff in the order of the layout, empty where absent. */
function textsOf({ id, title, source, adjustments, charges, prepaid }: Tariff): string[] {
  return [
    id,
    title,
    source ?? '',
    ...adjustments,
    ...charges.flatMap(({ id, label }) => [id, label]),
    ...(prepaid?.deduct ?? []).flatMap(({ id, label }) => [id, label ?? '']),
  ];
}

function withLength(text: Uint8Array): Uint8Array[] {
  const length = new Uint8Array(2);
  writeUint(length, 0, 2, text.length);
  return [length, text];
}

function encodeHeader(tariff: Tariff, names: string[], numericLength: number): Uint8Array {
  const { total, lateSurcharge, prepaid } = tariff;
  const percentLines = tariff.charges.some((charge) => charge.kind === 'percent' && charge.lineRound);
  const bytes = new Uint8Array(HEADER);
  bytes[0] = LAYOUT_VERSION;
  bytes[1] = tariff.adjustments.length;
  bytes[2] = tariff.charges.length;
  bytes[3] = prepaid?.deduct.length ?? 0;
  bytes[4] =
    (total.carry ? HEADER_FLAG.carry : 0) |
    (lateSurcharge ? HEADER_FLAG.lateSurcharge : 0) |
    (prepaid ? HEADER_FLAG.prepaid : 0) |
    (percentLines ? HEADER_FLAG.percentLines : 0);
  bytes[5] = BASIS_CODE[tariff.basis];
  bytes.set(new TextEncoder().encode(tariff.currency), 6);
  writeUint(bytes, 9, 2, tariff.dueDays);
  writeUint(bytes, 11, 4, tariff.splitTo);
  writeUint(bytes, 15, 2, numericLength);
  writeRounding(bytes, WORD, total.round);
  writeRounding(bytes, WORD + 9, lateSurcharge?.round);
  writeUint(bytes, WORD + 18, 4, lateSurcharge?.percentPerMonth ?? 0n);
  writeRounding(bytes, WORD + 22, prepaid?.round, 4);
  bytes.set(encodeReferences(total.of, names), 2 * WORD);
  return bytes;
}
