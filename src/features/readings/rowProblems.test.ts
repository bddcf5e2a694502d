import { expect, it } from 'vitest';
import type { ReadingFile } from '../../domain/readingFile.ts';
import { rowProblems } from './rowProblems.ts';

const file: ReadingFile = { readings: [], problems: [], duplicates: [], missing: [] };
const row = (line: number) => ({ line, connection: 1n, register: 5_000n, readAt: 86_400 });
const nothing = { good: [], recorded: [], implausible: [], refused: [] };

it('names line, field and value of everything that is not sent, in the order of the file', () => {
  const problems = rowProblems(
    {
      ...file,
      problems: [{ line: 4, field: 'register', value: 'ten', expected: 'kilowattHours' }],
      duplicates: [
        { ...row(6), firstLine: 2, differs: false },
        { ...row(7), firstLine: 2, differs: true },
      ],
    },
    {
      ...nothing,
      implausible: [{ ...row(1), energy: 4_000n, limit: 3_000n }],
      refused: [
        { ...row(5), check: { kind: 'unknown' } },
        { ...row(3), check: { kind: 'falls', last: 6_000n } },
        { ...row(8), check: { kind: 'notLater', last: 90_000 } },
        { ...row(9), check: { kind: 'future', now: 80_000 } },
        { ...row(10), check: { kind: 'closed' } },
      ],
    },
  );
  expect(problems.map(({ line, field, words }) => [line, field, words.key])).toEqual([
    [1, 'register', 'readings.implausible'],
    [3, 'register', 'readings.falls'],
    [4, 'register', 'readings.expected.kilowattHours'],
    [5, 'connection', 'readings.unknown'],
    [6, 'connection', 'readings.repeats'],
    [7, 'register', 'readings.contradicts'],
    [8, 'readAt', 'readings.notLater'],
    [9, 'readAt', 'readings.future'],
    [10, 'connection', 'readings.closed'],
  ]);
  expect(problems[1]?.value).toEqual({ as: 'energy', value: '5000' });
  expect(problems[2]?.value).toBe('ten');
});
