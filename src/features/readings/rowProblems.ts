import type { ReadingField, ReadingProblem } from '../../domain/reading.ts';
import type { ReadingFile } from '../../domain/readingFile.ts';
import { type Quantity, quantity, type Words } from '../../messages/words.ts';
import type { CheckedRows, Line } from './checkRows.ts';

/** A row that is not sent: where, what stands there, and what would be right. */
export interface RowProblem {
  line: number;
  field: ReadingField;
  value: Quantity | string;
  words: Words;
}

/** Everything that keeps rows of a file from being sent, in the order of the file. */
export function rowProblems(file: ReadingFile, checked: CheckedRows): RowProblem[] {
  const problems = [
    ...file.problems.map(ofFormat),
    ...file.duplicates.map(ofDuplicate),
    ...checked.refused.map(ofRefusal),
    ...checked.implausible.map(ofImplausible),
  ];
  return problems.sort((a, b) => a.line - b.line);
}

function ofFormat({ line, field, value, expected }: ReadingProblem & { line: number }): RowProblem {
  return { line, field, value, words: { key: `readings.expected.${expected}` } };
}

function ofDuplicate({ line, connection, firstLine, differs }: ReadingFile['duplicates'][number]): RowProblem {
  return {
    line,
    field: differs ? 'register' : 'connection',
    value: String(connection),
    words: { key: differs ? 'readings.contradicts' : 'readings.repeats', values: { line: String(firstLine) } },
  };
}

function ofRefusal({ check, ...row }: CheckedRows['refused'][number]): RowProblem {
  const { line } = row;
  const connection = String(row.connection);
  switch (check.kind) {
    case 'unknown':
      return { line, field: 'connection', value: connection, words: { key: 'readings.unknown' } };
    case 'closed':
      return {
        line,
        field: 'connection',
        value: connection,
        words: { key: 'readings.closed', values: { connection } },
      };
    case 'falls':
      return {
        ...atRegister(row),
        words: { key: 'readings.falls', values: { connection, last: quantity('energy', check.last) } },
      };
    case 'notLater':
      return {
        ...atTime(row),
        words: { key: 'readings.notLater', values: { connection, last: quantity('dateTime', check.last) } },
      };
    case 'future':
      return { ...atTime(row), words: { key: 'readings.future', values: { now: quantity('dateTime', check.now) } } };
  }
}

function ofImplausible({ energy, limit, ...row }: CheckedRows['implausible'][number]): RowProblem {
  const values = {
    connection: String(row.connection),
    energy: quantity('energy', energy),
    limit: quantity('energy', limit),
  };
  return { ...atRegister(row), words: { key: 'readings.implausible', values } };
}

function atRegister({ line, register }: Line) {
  return { line, field: 'register', value: quantity('energy', register) } as const;
}

function atTime({ line, readAt }: Line) {
  return { line, field: 'readAt', value: quantity('dateTime', readAt) } as const;
}
