import { describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../../domain/calendar.ts';
import { readStart, type StartForm } from './start.ts';

const form: StartForm = { category: '1', newCategory: '', date: '2025-05-01' };
const circumstances = { earliest: dayOfIsoDate('2025-05-01'), lastStart: dayOfIsoDate('2025-04-01'), taken: [1, 2] };
const problemOf = (changes: Partial<StartForm>, rest = {}) => {
  const result = readStart({ ...form, ...changes }, { ...circumstances, ...rest });
  return 'problems' in result ? Object.entries(result.problems).map(([field, { key }]) => `${field}: ${key}`) : [];
};

it('reads a next version and a new category', () => {
  expect(readStart(form, circumstances)).toEqual({ start: { category: 1, startDay: circumstances.earliest } });
  const first = { ...circumstances, lastStart: null };
  expect(readStart({ ...form, category: '', newCategory: '3' }, first)).toMatchObject({ start: { category: 3 } });
});

describe('refuses', () => {
  it.each<[string, Partial<StartForm>, object?]>([
    ['newCategory: editor.wrong.category', { category: '', newCategory: '' }],
    ['newCategory: editor.wrong.category', { category: '', newCategory: '65536' }],
    ['newCategory: editor.wrong.taken', { category: '', newCategory: '2' }],
    ['date: editor.wrong.date', { date: '' }],
    ['date: error.StartsTooSoon', { date: '2025-04-30' }],
    ['date: error.StartsBeforeLastVersion', {}, { lastStart: dayOfIsoDate('2025-05-01') }],
  ])('%s', (problem, changes, rest) => expect(problemOf(changes, rest)).toEqual([problem]));
});
