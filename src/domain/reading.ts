import { dayOfDate, timestampOfDay } from './calendar.ts';
import { DecimalError, parseDecimal } from './decimal.ts';

/** A register reading, as it is recorded on chain. */
export type Reading = {
  /** Consumer number. */
  connection: bigint;
  /** Cumulative energy, Wh. */
  register: bigint;
  /** Unix time in seconds. */
  readAt: number;
};

export type ReadingField = keyof Reading;

/** Which column of a row holds what, from 0. */
export type ReadingColumns = Record<ReadingField, number>;

export type ReadingContext = {
  /** Of the board's local time, in which dates are written. */
  utcOffsetSeconds: number;
  /** Unix time in seconds; a reading cannot be later. */
  now: number;
};

/** What is wrong with a field of a row. */
export type ReadingProblem = {
  field: ReadingField;
  /** As it stands in the row; empty where the row is too short. */
  value: string;
  /**
   * What would be right. `consumerNumber`: digits, 1 to 2^64 − 1. `kilowattHours`: kWh such as 1234.567, at most three
   * decimals. `date`: 2024-07-31 or 31-07-2024, with or without a time such as 18:30. `notInFuture`: a time that has passed.
   */
  expected: 'consumerNumber' | 'kilowattHours' | 'date' | 'notInFuture';
};

/** The reading in a row that is already split into fields, or every problem that it has. */
export function parseReadingRow(
  fields: readonly string[],
  columns: ReadingColumns,
  context: ReadingContext,
): { reading: Reading } | { problems: ReadingProblem[] } {
  const problems: ReadingProblem[] = [];
  const read = <T>(
    field: ReadingField,
    parse: (text: string) => T | undefined,
    expected: ReadingProblem['expected'],
  ) => {
    const value = (fields[columns[field]] ?? '').trim();
    const parsed = parse(value);
    if (parsed === undefined) problems.push({ field, value, expected });
    return parsed;
  };
  const connection = read('connection', parseConsumerNumber, 'consumerNumber');
  const register = read('register', parseRegister, 'kilowattHours');
  const readAt = read('readAt', (text) => parseLocalTime(text, context.utcOffsetSeconds), 'date');
  if (readAt !== undefined && readAt > context.now) {
    problems.push({ field: 'readAt', value: (fields[columns.readAt] ?? '').trim(), expected: 'notInFuture' });
  }
  if (connection === undefined || register === undefined || readAt === undefined || problems.length > 0) {
    return { problems };
  }
  return { reading: { connection, register, readAt } };
}

const MAX_CONSUMER_NUMBER = 2n ** 64n - 1n;

/** A consumer number as the board writes it: digits, leading zeros without meaning. Undefined where it is none. */
export function parseConsumerNumber(text: string): bigint | undefined {
  if (!/^\d{1,30}$/.test(text)) return undefined;
  const number = BigInt(text);
  return number > 0n && number <= MAX_CONSUMER_NUMBER ? number : undefined;
}

/** kWh with at most three decimals, in Wh. */
function parseRegister(text: string): bigint | undefined {
  try {
    const register = parseDecimal(text, 3);
    return register >= 0n ? register : undefined;
  } catch (error) {
    if (error instanceof DecimalError) return undefined;
    throw error;
  }
}

const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
/** As it is written in India; never month first. */
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

/** Unix time in seconds of a local date and time; a date alone is the beginning of that day. */
function parseLocalTime(text: string, utcOffsetSeconds: number): number | undefined {
  const yearFirst = YEAR_FIRST.exec(text);
  const dayFirst = DAY_FIRST.exec(text);
  const [year, month, date] = yearFirst ? yearFirst.slice(1, 4) : (dayFirst?.slice(1, 4).reverse() ?? []);
  const [hour, minute, second] = ((yearFirst ?? dayFirst)?.slice(4) ?? []).map((part) => Number(part ?? 0));
  const day = dayOfDate(Number(year), Number(month), Number(date));
  if (day === undefined || hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return timestampOfDay(day, utcOffsetSeconds) + hour * 3600 + minute * 60 + second;
}
