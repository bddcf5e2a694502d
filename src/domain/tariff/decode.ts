import { readUint } from './bytes.ts';
import { readCharge, readCode, readDeduction, readReferences, readRounding } from './decodeCharge.ts';
import { encodeTariff } from './encode.ts';
import { TariffError } from './errors.ts';
import { BASIS_CODE, HEADER, HEADER_FLAG, LAYOUT_VERSION, WORD } from './layout.ts';
import type { Tariff } from './model.ts';
import { parseTariff } from './parse.ts';
import { serializeTariff } from './serialize.ts';

/**
 * Reads a published tariff, docs/tariff-bytes.md. Its figures and ids are accepted only as `encodeTariff` makes them of a
 * valid file: they have to pass the file's rules and to give the same bytes again, so nothing can hide between the fields.
 * The contract doesn't look at what labels say, so nothing there may keep a browser from checking a bill.
 * @throws TariffError whose `field` is a byte, or the field of the file that the bytes stand for
 */
export function decodeTariff(bytes: Uint8Array): Tariff {
  const read = readTariff(bytes);
  const tariff = parseTariff(serializeTariff(withoutTexts(read)));
  const canonical = encodeTariff(tariff);
  const numeric = bytes.subarray(0, Number(readUint(bytes, 15, 2)));
  const differs = numeric.findIndex((byte, index) => byte !== canonical[index]);
  if (differs >= 0) throw new TariffError(`byte ${differs}`, bytes[differs], String(canonical[differs]));
  return withTextsOf(tariff, read);
}

function withoutTexts(tariff: Tariff): Tariff {
  const charges = tariff.charges.map((charge) => ({ ...charge, label: charge.id }));
  const prepaid = tariff.prepaid && {
    ...tariff.prepaid,
    deduct: tariff.prepaid.deduct.map((deduction) => ({ ...deduction, label: undefined })),
  };
  return { ...tariff, title: tariff.id, source: undefined, charges, prepaid };
}

function withTextsOf(tariff: Tariff, { title, source, charges, prepaid }: Tariff): Tariff {
  return {
    ...tariff,
    title,
    source,
    charges: tariff.charges.map((charge, index) => ({ ...charge, label: charges[index]?.label ?? charge.id })),
    prepaid: tariff.prepaid && {
      ...tariff.prepaid,
      deduct: tariff.prepaid.deduct.map((one, index) => ({ ...one, label: prepaid?.deduct[index]?.label })),
    },
  };
}

function readTariff(bytes: Uint8Array): Tariff {
  if (bytes.length < HEADER) throw new TariffError('', `${bytes.length} bytes`, `at least ${HEADER} bytes`);
  const [version, adjustmentCount = 0, chargeCount = 0, deductionCount = 0, flags = 0] = bytes;
  if (version !== LAYOUT_VERSION) throw new TariffError('byte 0', version, `version ${LAYOUT_VERSION}`);
  const numericLength = Number(readUint(bytes, 15, 2));
  if (numericLength < HEADER || numericLength > bytes.length) {
    throw new TariffError('bytes 15–16', numericLength, `a length from ${HEADER} to ${bytes.length}`);
  }

  const take = textReader(bytes, numericLength);
  const [id, title, source] = [take(), take(), take()];
  const adjustments = Array.from({ length: adjustmentCount }, take);
  const heads = Array.from({ length: chargeCount }, () => ({ id: take(), label: take() }));
  const deductionHeads = Array.from({ length: deductionCount }, () => ({ id: take(), label: take() || undefined }));
  if (take.offset() !== bytes.length) {
    throw new TariffError('', `${bytes.length} bytes`, `${take.offset()}, where the last text ends`);
  }

  const names = [...adjustments, ...heads.map((head) => head.id)];
  const numeric = bytes.subarray(0, numericLength);
  let offset = HEADER;
  const charges = heads.map((head) => {
    const { charge, size } = readCharge(numeric, offset, head, names);
    offset += size;
    return charge;
  });
  const deduct = deductionHeads.map((head) => {
    offset += WORD;
    return readDeduction(numeric, offset - WORD, head);
  });
  if (offset !== numericLength) {
    throw new TariffError('bytes 15–16', numericLength, `${offset}, where charges and deductions end`);
  }

  return {
    id,
    title,
    source: source || undefined,
    currency: String.fromCharCode(...bytes.subarray(6, 9)),
    basis: readCode(bytes, 5, BASIS_CODE),
    adjustments,
    charges,
    total: {
      of: readReferences(bytes, 2 * WORD, names),
      round: readRounding(bytes, WORD),
      carry: (flags & HEADER_FLAG.carry) !== 0,
    },
    lateSurcharge:
      flags & HEADER_FLAG.lateSurcharge
        ? { percentPerMonth: readUint(bytes, WORD + 18, 4), round: readRounding(bytes, WORD + 9) }
        : undefined,
    dueDays: Number(readUint(bytes, 9, 2)),
    splitTo: readUint(bytes, 11, 4),
    prepaid: flags & HEADER_FLAG.prepaid ? { deduct, round: readRounding(bytes, WORD + 22, 4) } : undefined,
  };
}

/** Takes one text after another, from an offset on; `offset()` is where the next one begins. */
function textReader(bytes: Uint8Array, start: number): (() => string) & { offset: () => number } {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let offset = start;
  const take = () => {
    const end = offset + 2 + Number(readUint(bytes, offset, 2));
    if (offset + 2 > bytes.length || end > bytes.length) {
      throw new TariffError(`byte ${offset}`, `a text up to byte ${end}`, `a text within ${bytes.length} bytes`);
    }
    const text = decoder.decode(bytes.subarray(offset + 2, end));
    offset = end;
    return text;
  };
  return Object.assign(take, { offset: () => offset });
}
