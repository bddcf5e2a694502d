import { expect, it } from 'vitest';
import { localTimeOf, timeOfLocal } from './localTime.ts';

const utcOffset = 19_800;
const halfPastSix = Date.UTC(2024, 6, 31, 18, 30) / 1000 - utcOffset;

it('reads and writes local times', () => {
  expect(localTimeOf(halfPastSix, utcOffset)).toBe('2024-07-31T18:30');
  expect(timeOfLocal('2024-07-31T18:30', utcOffset)).toBe(halfPastSix);
});

it('drops seconds, so that now is never in the future', () => {
  expect(localTimeOf(halfPastSix + 59, utcOffset)).toBe('2024-07-31T18:30');
});

it('knows the first minute of a day', () => {
  expect(localTimeOf(timeOfLocal('2024-01-01T00:00', utcOffset) ?? 0, utcOffset)).toBe('2024-01-01T00:00');
});

it.each(['', '2024-07-31', '2024-02-30T10:00', 'tomorrow'])('"%s" is no time', (text) => {
  expect(timeOfLocal(text, utcOffset)).toBeNull();
});
