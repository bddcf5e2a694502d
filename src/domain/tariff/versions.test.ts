import { expect, it } from 'vitest';
import { versionOn, versionsIn } from './versions.ts';

const [first, second, third] = [{ startDay: 100 }, { startDay: 130 }, { startDay: 145 }];
const versions = [first, second, third];

it.each([
  [99, undefined],
  [100, first],
  [129, first],
  [130, second],
  [9999, third],
])('on day %d that version is in force which started last', (day, version) => {
  expect(versionOn(versions, day)).toBe(version);
});

it.each([
  ['within one version', 101, 130, [first]],
  ['that ends with the day before a change', 130, 145, [second]],
  ['over two changes', 129, 146, [first, second, third]],
  ['that begins before the first version', 90, 131, [first, second]],
])('a period %s is billed by the versions in force in it', (_, fromDay, toDay, expected) => {
  expect(versionsIn(versions, { fromDay, toDay })).toEqual(expected);
});
