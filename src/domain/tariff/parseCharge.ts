import { TariffError } from './errors.ts';
import { BASES, type Band, type Charge, DECIMALS, type Per, type Reference, ROOM, type When } from './model.ts';
import {
  readChoice,
  readDecimal,
  readFlag,
  readList,
  readObject,
  readRounding,
  readSlug,
  readText,
} from './parseFields.ts';

const HEAD = ['id', 'label', 'kind', 'basis', 'round', 'roundLimits', 'when'];
const FIELDS = {
  energy: [...HEAD, 'lineRound', 'negative', 'bands', 'method'],
  fixed: [...HEAD, 'lineRound', 'negative', 'amount', 'bands', 'per'],
  percent: [...HEAD, 'lineRound', 'negative', 'rate', 'of'],
  subtotal: [...HEAD, 'of', 'atLeast', 'per'],
};
const KINDS = ['energy', 'fixed', 'percent', 'subtotal'] as const;

/** Reads one charge; `names` are the adjustments and the charges above, which it may refer to. @throws TariffError */
export function parseCharge(value: unknown, field: string, names: ReadonlySet<string>): Charge {
  const anyKind = [...new Set(Object.values(FIELDS).flat())];
  const kind = readChoice(readObject(value, field, anyKind).kind, `${field}.kind`, KINDS);
  const fields = readObject(value, field, FIELDS[kind]);

  const head = {
    id: readSlug(fields.id, `${field}.id`),
    label: readText(fields.label, `${field}.label`),
    basis: fields.basis === undefined ? undefined : readChoice(fields.basis, `${field}.basis`, BASES),
    round: readMoneyRounding(fields.round, `${field}.round`),
    roundLimits: readRounding(fields.roundLimits, `${field}.roundLimits`, DECIMALS.limit, ROOM.u64),
    when: parseWhen(fields.when, `${field}.when`),
  };
  if (kind === 'subtotal') {
    return {
      ...head,
      kind,
      of: parseReferences(fields.of, `${field}.of`, names),
      atLeast: parseMinimum(fields, field),
    };
  }

  const signed = {
    ...head,
    lineRound: readMoneyRounding(fields.lineRound, `${field}.lineRound`),
    negative: readFlag(fields.negative, `${field}.negative`),
  };
  switch (kind) {
    case 'energy': {
      const method =
        fields.method === undefined
          ? 'telescopic'
          : readChoice(fields.method, `${field}.method`, ['telescopic', 'whole'] as const);
      return { ...signed, kind, method, bands: parseBands(fields.bands, `${field}.bands`, 'rate') };
    }
    case 'fixed':
      return { ...signed, kind, per: parsePer(fields.per, `${field}.per`), price: parseFixedPrice(fields, field) };
    case 'percent': {
      const rate = readDecimal(fields.rate, `${field}.rate`, DECIMALS.percent, ROOM.u32);
      return { ...signed, kind, rate, of: parseReferences(fields.of, `${field}.of`, names) };
    }
  }
}

/** Reads an `of`: what it names must be among `names`, none twice. @throws TariffError */
export function parseReferences(value: unknown, field: string, names: ReadonlySet<string>): Reference[] {
  const seen = new Set<string>();
  return readList(value, field, { least: 1, most: ROOM.references }).map((name, index) => {
    const at = `${field}[${index}]`;
    const subtract = typeof name === 'string' && name.startsWith('-');
    const id = subtract ? name.slice(1) : name;
    if (typeof id !== 'string' || !names.has(id))
      throw new TariffError(at, name, 'a declared adjustment or a charge above');
    if (seen.has(id)) throw new TariffError(at, name, 'each name once');
    seen.add(id);
    return { id, subtract };
  });
}

export function readMoney(value: unknown, field: string): bigint {
  return readDecimal(value, field, DECIMALS.money, ROOM.u64);
}

export function readMoneyRounding(value: unknown, field: string) {
  return readRounding(value, field, DECIMALS.money, ROOM.u64);
}

function readLimit(value: unknown, field: string): bigint {
  // All ones are the open band.
  return readDecimal(value, field, DECIMALS.limit, ROOM.u64 - 1n);
}

function parseWhen(value: unknown, field: string): When | undefined {
  if (value === undefined) return undefined;
  const when = readObject(value, field, ['above', 'upTo']);
  const above = when.above === undefined ? undefined : readLimit(when.above, `${field}.above`);
  const upTo = when.upTo === undefined ? undefined : readLimit(when.upTo, `${field}.upTo`);
  if (above === undefined && upTo === undefined) throw new TariffError(field, value, '"above", "upTo" or both');
  if (above !== undefined && upTo !== undefined && upTo <= above) {
    throw new TariffError(`${field}.upTo`, when.upTo, 'more than "above"');
  }
  return { above, upTo };
}

function parseBands(value: unknown, field: string, priceName: 'rate' | 'amount'): Band[] {
  const list = readList(value, field, { least: 1, most: ROOM.count });
  let below = -1n;
  return list.map((entry, index) => {
    const at = `${field}[${index}]`;
    const band = readObject(entry, at, ['upTo', priceName]);
    const open = band.upTo === undefined && index === list.length - 1;
    const upTo = open ? null : readLimit(band.upTo, `${at}.upTo`);
    if (upTo !== null && upTo <= below) throw new TariffError(`${at}.upTo`, band.upTo, 'more than the limit before');
    below = upTo ?? below;
    return { upTo, price: readMoney(band[priceName], `${at}.${priceName}`) };
  });
}

function parseFixedPrice(fields: Record<string, unknown>, field: string): bigint | Band[] {
  if (fields.bands === undefined) return readMoney(fields.amount, `${field}.amount`);
  if (fields.amount !== undefined) {
    throw new TariffError(`${field}.amount`, fields.amount, 'either "amount" or "bands", not both');
  }
  return parseBands(fields.bands, `${field}.bands`, 'amount');
}

function parsePer(value: unknown, field: string): Per {
  if (value === undefined) return { load: false, basis: false };
  const list = readList(value, field, { least: 1, most: 2 });
  const names = list.map((name, index) => readChoice(name, `${field}[${index}]`, ['kW', 'basis'] as const));
  if (new Set(names).size < names.length) throw new TariffError(field, value, 'each name once');
  return { load: names.includes('kW'), basis: names.includes('basis') };
}

function parseMinimum(fields: Record<string, unknown>, field: string) {
  if (fields.atLeast === undefined) {
    if (fields.per !== undefined) throw new TariffError(`${field}.per`, fields.per, '"per" only beside "atLeast"');
    return undefined;
  }
  return { amount: readMoney(fields.atLeast, `${field}.atLeast`), per: parsePer(fields.per, `${field}.per`) };
}
