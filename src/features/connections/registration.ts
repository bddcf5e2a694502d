import type { Address } from 'viem';
import { agreementCode } from '../../domain/agreement.ts';
import { dayOfIsoDate, timestampOfDay } from '../../domain/calendar.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { parseConsumerNumber } from '../../domain/reading.ts';
import { quantity, type Words } from '../../messages/words.ts';

/** What is typed into the form. */
export interface RegistrationForm {
  number: string;
  holder: Address | null;
  /** Empty as long as none is chosen. */
  category: string;
  load: string;
  /** Months, or by the day, or prepaid. */
  agreement: '1' | '2' | '3' | '6' | '12' | 'days' | 'prepaid';
  days: string;
  register: string;
  /** 2024-07-31 */
  date: string;
}

/** As the contract takes it: load in W, register in Wh, time in seconds. */
export interface Registration {
  number: bigint;
  holder: Address;
  category: number;
  loadW: number;
  agreement: number;
  register: number;
  readAt: number;
}

export type RegistrationProblems = Partial<Record<keyof RegistrationForm, Words>>;

const MAX_LOAD = 2n ** 32n - 1n;
const MAX_REGISTER = 2n ** 48n - 1n;

/** The registration that a form describes, or what is wrong with each of its fields. @param now the chain's time, seconds */
export function readRegistration(
  form: RegistrationForm,
  { now, utcOffset }: { now: number; utcOffset: number },
): { registration: Registration } | { problems: RegistrationProblems } {
  const number = parseConsumerNumber(form.number.trim());
  const load = readFigure(form.load, { decimals: 3, least: 1n, most: MAX_LOAD });
  const agreement = readAgreement(form);
  const register = readFigure(form.register, { decimals: 3, least: 0n, most: MAX_REGISTER });
  const readAt = readDate(form.date, utcOffset);
  const problems: RegistrationProblems = {};
  if (number === undefined) problems.number = { key: 'connections.wrong.number' };
  if (!form.holder) problems.holder = { key: 'connections.holderMissing' };
  if (form.category === '') problems.category = { key: 'connections.wrong.category' };
  if (load === null) problems.load = { key: 'connections.wrong.load' };
  if (agreement === null) problems.days = { key: 'connections.wrong.days' };
  if (register === null) problems.register = { key: 'connections.wrong.register' };
  if (readAt === null) problems.date = { key: 'connections.wrong.date' };
  else if (readAt > now)
    problems.date = { key: 'connections.wrong.future', values: { time: quantity('dateTime', now) } };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    registration: {
      number: number as bigint,
      holder: form.holder as Address,
      category: Number(form.category),
      loadW: Number(load),
      agreement: agreement as number,
      register: Number(register),
      readAt: readAt as number,
    },
  };
}

function readAgreement({ agreement, days }: RegistrationForm): number | null {
  if (agreement === 'prepaid') return agreementCode({ unit: 'prepaid' });
  if (agreement !== 'days') return agreementCode({ unit: 'month', count: Number(agreement) });
  const count = readFigure(days, { decimals: 0, least: 1n, most: 511n });
  return count === null ? null : agreementCode({ unit: 'day', count: Number(count) });
}

function readDate(text: string, utcOffset: number): number | null {
  try {
    return timestampOfDay(dayOfIsoDate(text), utcOffset);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
