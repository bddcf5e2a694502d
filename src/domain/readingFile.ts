import {
  parseReadingRow,
  type Reading,
  type ReadingColumns,
  type ReadingContext,
  type ReadingField,
  type ReadingProblem,
} from './reading.ts';

/** Rows of a file or of pasted text, sorted into readings and what is wrong. Lines are counted from 1. */
export type ReadingFile = {
  readings: (Reading & { line: number })[];
  problems: (ReadingProblem & { line: number })[];
  /**
   * Rows left out because an earlier line has the same consumer number and time; `differs` where the register is another one.
   */
  duplicates: (Reading & { line: number; firstLine: number; differs: boolean })[];
  /** Fields that no column holds; then no row is read. */
  missing: ReadingField[];
};

const FIELDS: readonly ReadingField[] = ['connection', 'register', 'readAt'];
const HEADER_NAMES: Record<ReadingField, RegExp> = {
  connection: /^(consumer|connection)(no|number|id)?$/,
  register: /^(register|kwh|(meter|current|present|closing)?reading|meterread)(kwh)?$/,
  readAt: /^(((meter)?(reading|read))?(date|time|datetime)|read(at|on))$/,
};

type Rows = readonly (readonly string[])[];

/** The first row, where it has no digit. */
export function headerOf(rows: Rows): readonly string[] | undefined {
  const first = rows.find((row) => !isEmpty(row));
  return first?.some((field) => /\d/.test(field)) ? undefined : first;
}

/**
 * Columns by the names in the header, −1 where a name is missing. Where there is no header, or it has none of the names, they
 * stand in the order of consumer number, register, time.
 */
export function guessColumns(rows: Rows): ReadingColumns {
  const names = (headerOf(rows) ?? []).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const found = FIELDS.map((field) => names.findIndex((name) => HEADER_NAMES[field].test(name)));
  const [connection, register, readAt] = found.every((column) => column === -1) ? [0, 1, 2] : found;
  return { connection, register, readAt } as ReadingColumns;
}

/**
 * Reads rows that are already split into fields (comma, semicolon or tab, quotes). Empty rows are passed over. One bad row
 * stops nothing.
 */
export function parseReadingRows(rows: Rows, context: ReadingContext, columns = guessColumns(rows)): ReadingFile {
  const file: ReadingFile = { readings: [], problems: [], duplicates: [], missing: [] };
  const firstLines = new Map<string, Reading & { line: number }>();
  const header = headerOf(rows);
  file.missing = FIELDS.filter((field) => columns[field] === -1);
  if (file.missing.length > 0) return file;

  rows.forEach((row, index) => {
    if (row === header || isEmpty(row)) return;
    const line = index + 1;
    const result = parseReadingRow(row, columns, context);
    if ('problems' in result) {
      file.problems.push(...result.problems.map((problem) => ({ ...problem, line })));
      return;
    }
    const reading = { ...result.reading, line };
    const key = `${reading.connection} ${reading.readAt}`;
    const earlier = firstLines.get(key);
    if (earlier) {
      file.duplicates.push({ ...reading, firstLine: earlier.line, differs: earlier.register !== reading.register });
    } else {
      firstLines.set(key, reading);
      file.readings.push(reading);
    }
  });
  return file;
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((field) => field.trim() === '');
}
