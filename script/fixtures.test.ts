import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { billFixtures, fixtureFile } from './fixtures.ts';

test('the bills that the contracts are tested with are those of test-data; npx jiti script/fixtures.ts writes them', () => {
  expect(readFileSync(fixtureFile, 'utf8')).toBe(billFixtures());
});
