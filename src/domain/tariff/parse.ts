import { checkBounds } from './bounds.ts';
import { encodeTariff } from './encode.ts';
import { TariffError } from './errors.ts';
import {
  BASES,
  DECIMALS,
  DEFAULT_DUE_DAYS,
  DEFAULT_SPLIT_TO,
  type Deduction,
  MAX_DUE_DAYS,
  ROOM,
  type Tariff,
} from './model.ts';
import { parseCharge, parseReferences, readMoney, readMoneyRounding } from './parseCharge.ts';
import {
  readChoice,
  readDecimal,
  readFlag,
  readList,
  readObject,
  readRounding,
  readSlug,
  readText,
  readWhole,
} from './parseFields.ts';

const FIELDS = [
  'format',
  'id',
  'title',
  'source',
  'currency',
  'basis',
  'adjustments',
  'charges',
  'total',
  'lateSurcharge',
  'dueDays',
  'splitTo',
  'prepaid',
];

/** Reads the text of a `tariff/1` file. @throws TariffError with an empty `field` where the text is no JSON */
export function parseTariffText(text: string): Tariff {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TariffError('', text, `a JSON file (${(error as Error).message})`);
  }
  return parseTariff(value);
}

/** Reads a `tariff/1` file: what is accepted has an exact meaning and fits the byte layout. @throws TariffError */
export function parseTariff(value: unknown): Tariff {
  const file = readObject(value, '', FIELDS);
  readChoice(file.format, 'format', ['tariff/1']);

  const names = new Set<string>();
  const adjustments = readList(file.adjustments === undefined ? [] : file.adjustments, 'adjustments', {
    least: 0,
    most: ROOM.names,
  }).map((id, index) => claim(names, readSlug(id, `adjustments[${index}]`), `adjustments[${index}]`));
  const charges = readList(file.charges, 'charges', { least: 1, most: ROOM.names - adjustments.length }).map(
    (charge, index) => {
      const parsed = parseCharge(charge, `charges[${index}]`, names);
      claim(names, parsed.id, `charges[${index}].id`);
      return parsed;
    },
  );

  const tariff: Tariff = {
    id: readSlug(file.id, 'id'),
    title: readText(file.title, 'title'),
    source: file.source === undefined ? undefined : readText(file.source, 'source'),
    currency: readCurrency(file.currency),
    basis: readChoice(file.basis, 'basis', BASES),
    adjustments,
    charges,
    total: parseTotal(file.total, names),
    lateSurcharge: parseLateSurcharge(file.lateSurcharge),
    dueDays: file.dueDays === undefined ? DEFAULT_DUE_DAYS : readWhole(file.dueDays, 'dueDays', MAX_DUE_DAYS),
    splitTo: parseSplitTo(file.splitTo),
    prepaid: parsePrepaid(file.prepaid),
  };
  checkBounds(tariff);
  encodeTariff(tariff); // throws where the whole is too long to be published
  return tariff;
}

function claim(names: Set<string>, id: string, field: string): string {
  if (names.has(id)) throw new TariffError(field, id, 'an id that no adjustment and no charge above has');
  names.add(id);
  return id;
}

function readCurrency(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Z]{3}$/.test(value)) {
    throw new TariffError('currency', value, 'an ISO 4217 code such as "INR"');
  }
  return value;
}

function parseTotal(value: unknown, names: ReadonlySet<string>) {
  const total = readObject(value, 'total', ['of', 'round', 'carry']);
  const round = readMoneyRounding(total.round, 'total.round');
  const carry = readFlag(total.carry, 'total.carry');
  if (carry && !round) throw new TariffError('total.round', total.round, 'a rounding, as "carry" is given');
  return { of: parseReferences(total.of, 'total.of', names), round, carry };
}

function parseLateSurcharge(value: unknown) {
  if (value === undefined) return undefined;
  const late = readObject(value, 'lateSurcharge', ['percentPerMonth', 'round']);
  return {
    percentPerMonth: readDecimal(late.percentPerMonth, 'lateSurcharge.percentPerMonth', DECIMALS.percent, ROOM.u32),
    round: readMoneyRounding(late.round, 'lateSurcharge.round'),
  };
}

function parseSplitTo(value: unknown): bigint {
  if (value === undefined) return DEFAULT_SPLIT_TO;
  const step = readDecimal(value, 'splitTo', DECIMALS.energy, ROOM.u32);
  if (step === 0n) throw new TariffError('splitTo', value, 'a step above zero');
  return step;
}

function parsePrepaid(value: unknown) {
  if (value === undefined) return undefined;
  const prepaid = readObject(value, 'prepaid', ['deduct', 'round']);
  const ids = new Set<string>();
  const deduct = readList(prepaid.deduct === undefined ? [] : prepaid.deduct, 'prepaid.deduct', {
    least: 0,
    most: ROOM.count,
  }).map((entry, index) => {
    const deduction = parseDeduction(entry, `prepaid.deduct[${index}]`);
    if (ids.has(deduction.id)) {
      throw new TariffError(`prepaid.deduct[${index}].id`, deduction.id, 'an id that no deduction above has');
    }
    ids.add(deduction.id);
    return deduction;
  });
  return { deduct, round: readRounding(prepaid.round, 'prepaid.round', DECIMALS.energy, ROOM.u32) };
}

function parseDeduction(value: unknown, field: string): Deduction {
  const fields = readObject(value, field, ['id', 'label', 'amount', 'percent', 'round']);
  const head = {
    id: readSlug(fields.id, `${field}.id`),
    label: fields.label === undefined ? undefined : readText(fields.label, `${field}.label`),
  };
  if (fields.percent === undefined) {
    if (fields.round !== undefined)
      throw new TariffError(`${field}.round`, fields.round, '"round" only beside "percent"');
    return { ...head, amount: readMoney(fields.amount, `${field}.amount`) };
  }
  if (fields.amount !== undefined) {
    throw new TariffError(`${field}.amount`, fields.amount, 'either "amount" or "percent", not both');
  }
  return {
    ...head,
    percent: readDecimal(fields.percent, `${field}.percent`, DECIMALS.percent, ROOM.u32),
    round: readMoneyRounding(fields.round, `${field}.round`),
  };
}
