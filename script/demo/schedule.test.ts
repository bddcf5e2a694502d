import { expect, test } from 'vitest';
import { timeOf } from './months.ts';
import { scheduleOf, scheduleOfLast } from './schedule.ts';

const HOUR = 3600;

test('a month is read on its first day and billed on its second', () => {
  const { recordedAt, billedAt, on } = scheduleOf('2026-11-01');
  expect(recordedAt).toBe(timeOf('2026-11-01', 6));
  expect(billedAt).toBe(timeOf('2026-11-02', 10));
  expect(on(8)).toBe(timeOf('2026-11-08', 10));
});

test.each([
  1,
  2,
  24,
  4 * 24,
  22 * 24,
  31 * 24,
])('%i hours into the current month, everything has happened by now, in order', (hours) => {
  const start = timeOf('2026-11-01');
  const now = start + hours * HOUR;
  const { recordedAt, billedAt, on } = scheduleOfLast('2026-11-01', now);
  const times = [start, recordedAt, billedAt, on(5), on(8), on(14), on(22), on(25), now];
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
});

test('the newest bills are five days old at the most', () => {
  const now = timeOf('2026-11-28');
  expect(scheduleOfLast('2026-11-01', now).billedAt).toBe(timeOf('2026-11-23'));
});
