import { dayOfIsoDate } from '../../domain/calendar.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { quantity, type Words } from '../../messages/words.ts';

/** Which category a version is of, and from which day on, as it is typed. */
export interface StartForm {
  /** A published category's number; empty for a new one. */
  category: string;
  newCategory: string;
  /** 2025-04-01 */
  date: string;
}

export interface Start {
  category: number;
  startDay: number;
}

export type StartProblems = Partial<Record<keyof StartForm, Words>>;

interface Circumstances {
  /** The first day a version could start. */
  earliest: number;
  /** First day of the category's last version; null when it has none. */
  lastStart: number | null;
  /** Numbers of the published categories. */
  taken: readonly number[];
}

/** What the form says, or what is wrong with its fields. The contract has the same rules. */
export function readStart(
  { category, newCategory, date }: StartForm,
  { earliest, lastStart, taken }: Circumstances,
): { start: Start } | { problems: StartProblems } {
  const number = readFigure(category || newCategory, { decimals: 0, least: 1n, most: 65_535n });
  const startDay = readDate(date);
  const problems: StartProblems = {};
  if (number === null) problems.newCategory = { key: 'editor.wrong.category' };
  else if (category === '' && taken.includes(Number(number))) problems.newCategory = { key: 'editor.wrong.taken' };
  if (startDay === null) problems.date = { key: 'editor.wrong.date' };
  else if (startDay < earliest) {
    const values = { startDay: quantity('date', startDay), earliestDay: quantity('date', earliest) };
    problems.date = { key: 'error.StartsTooSoon', values };
  } else if (lastStart !== null && startDay <= lastStart) {
    const values = { startDay: quantity('date', startDay), lastStartDay: quantity('date', lastStart) };
    problems.date = { key: 'error.StartsBeforeLastVersion', values };
  }
  if (number === null || startDay === null || Object.keys(problems).length > 0) return { problems };
  return { start: { category: Number(number), startDay } };
}

function readDate(text: string): number | null {
  try {
    return dayOfIsoDate(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
