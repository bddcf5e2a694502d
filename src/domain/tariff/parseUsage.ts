import { dayOfIsoDate } from '../calendar.ts';
import { DecimalError, parseDecimal } from '../decimal.ts';
import { TariffError, UsageError } from './errors.ts';
import { DECIMALS, ROOM } from './model.ts';
import { readDecimal, readList, readObject, readSlug } from './parseFields.ts';
import type { Usage } from './usage.ts';

/** A payment for prepaid energy: millionths of the currency, and the Wh already bought in the period. */
export type Payment = { amount: bigint; already: bigint };

const U64 = 2n ** 64n - 1n;
const I64 = 2n ** 63n;
const I128 = 2n ** 127n;
/** 2149-06-06: days are 16 bits in the contract. */
const LAST_DAY = 65_535;

/** Reads what a bill is to be computed from: kwh, loadKw, from, to, carried, adjustments. @throws TariffError, UsageError */
export function parseUsage(value: unknown): Usage {
  const usage = readObject(value, '', ['kwh', 'loadKw', 'from', 'to', 'carried', 'adjustments']);
  const adjustments = usage.adjustments === undefined ? [] : usage.adjustments;
  const [fromDay, toDay] = [readDay(usage.from, 'from'), readDay(usage.to, 'to')];
  if (toDay <= fromDay) throw new UsageError('noDays', 'to', usage.to, `a day after ${usage.from}`);
  return {
    energy: readDecimal(usage.kwh, 'kwh', DECIMALS.energy, U64),
    load: usage.loadKw === undefined ? undefined : readDecimal(usage.loadKw, 'loadKw', DECIMALS.load, ROOM.u32),
    fromDay,
    toDay,
    carried: usage.carried === undefined ? undefined : readSigned(usage.carried, 'carried', I64),
    adjustments: readList(adjustments, 'adjustments', { least: 0, most: ROOM.names }).map((entry, index) => {
      const field = `adjustments[${index}]`;
      const { id, amount } = readObject(entry, field, ['id', 'amount']);
      return { id: readSlug(id, `${field}.id`), amount: readSigned(amount, `${field}.amount`, I128) };
    }),
  };
}

/** Reads a payment: amount, alreadyKwh (none if absent). @throws TariffError */
export function parsePayment(value: unknown): Payment {
  const { amount, alreadyKwh = '0' } = readObject(value, '', ['amount', 'alreadyKwh']);
  return {
    amount: readDecimal(amount, 'amount', DECIMALS.money, U64),
    already: readDecimal(alreadyKwh, 'alreadyKwh', DECIMALS.energy, U64),
  };
}

export function readDay(value: unknown, field: string): number {
  const expected = 'a date such as "2023-06-30", from 1970 to 2149';
  if (typeof value !== 'string') throw new TariffError(field, value, expected);
  try {
    const day = dayOfIsoDate(value);
    if (day <= LAST_DAY) return day;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new TariffError(field, value, expected);
}

/** Money that may be negative, in millionths, from −most to most − 1. */
function readSigned(value: unknown, field: string, most: bigint): bigint {
  const expected = 'an amount in quotes such as "-12.5", with at most 6 decimals';
  if (typeof value !== 'string') throw new TariffError(field, value, expected);
  try {
    const amount = parseDecimal(value, DECIMALS.money);
    if (amount >= -most && amount < most) return amount;
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
  }
  throw new TariffError(field, value, expected);
}
