import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameAccounts } from './demo/accounts.ts';
import { deployDemo } from './demo/deployDemo.ts';
import { connect } from './demo/timeline.ts';
import { startAnvil } from './run/anvil.ts';
import { startChild } from './run/child.ts';
import { unusedPort } from './run/ports.ts';

const root = join(import.meta.dirname, '..');
const flat = 'tariffs/flat-5.json';
const domestic = 'tariffs/apdcl-domestic-a-2023.json';
const june = { kwh: '500', loadKw: '3', from: '2025-06-01', to: '2025-07-01' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bijuli-tariff-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** Runs the command as npm does. */
async function tariff(...args: string[]) {
  const jiti = join(root, 'node_modules/.bin/jiti');
  const { code, output, complaints } = await startChild(jiti, [join(root, 'script/tariff.ts'), ...args]).ended;
  return { code, output, complaints };
}

function read(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

test('quote: 500 units at 5 are 2,500, by the contract and by the browser', async () => {
  const { code, output } = await tariff('quote', flat, file('june.json', june));
  const side = { items: [{ id: 'energy', amount: '2500' }], total: '2500', carried: '0' };
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual({ contract: side, browser: side, equal: true });
});

test('quote: a period over a change of version is split', async () => {
  const dearer = {
    ...read(flat),
    charges: [{ id: 'energy', label: 'Energy', kind: 'energy', bands: [{ rate: '6' }] }],
  };
  const versions = file('versions.json', {
    versions: [{ tariff: read(flat) }, { from: '2025-06-16', tariff: dearer }],
  });
  const { output } = await tariff('quote', versions, file('june.json', june));
  // 250 units at 5 and 250 at 6.
  expect(JSON.parse(output)).toMatchObject({ contract: { total: '2750' }, browser: { total: '2750' }, equal: true });
});

test('units: a payment of 1,000 buys 200 units at 5', async () => {
  const { output } = await tariff('units', flat, file('payment.json', { amount: '1000', alreadyKwh: '300' }));
  expect(JSON.parse(output)).toEqual({
    contract: { kwh: '200', left: '0' },
    browser: { kwh: '200', left: '0' },
    equal: true,
  });
});

describe('batch', () => {
  test.each(['published-bills', 'derived-bills'])('every case of %s comes to what is expected', async (name) => {
    const { code, output } = await tariff('batch', `test-data/${name}.json`);
    const answers = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const cases = read(`test-data/${name}.json`) as unknown as { id: string }[];
    expect(code).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
    expect(answers.filter(({ equal, asExpected }) => !equal || !asExpected)).toEqual([]);
  });

  test('a case that has no answer says why, one that differs that it does, and the next goes on', async () => {
    const one = (id: string, usage: object, expected: object) => ({ id, tariff: read(flat), usage, expected });
    const path = file('cases.json', [
      one('wrong', { ...june, kwh: '5,0' }, { total: '1' }),
      one('other', june, { total: '2500.01' }),
      one('printed', june, { total: '2500.00', items: { energy: '2500.0' } }),
    ]);
    const lines = (await tariff('batch', path)).output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ id: 'wrong', asExpected: false, error: expect.stringContaining('kwh is "5,0"') });
    expect(lines[1]).toMatchObject({ id: 'other', equal: true, asExpected: false });
    expect(lines[2]).toMatchObject({ id: 'printed', equal: true, asExpected: true });
  });
});

test('check: says what it has read', async () => {
  const { code, output } = await tariff('check', domestic);
  expect(code).toBe(0);
  expect(output).toContain('Charges: 5');
});

test('diff: what typical consumptions would cost', async () => {
  const { output } = await tariff('diff', flat, domestic);
  expect(output.split('\n').map((line) => line.trim().split(/\s+/))).toContainEqual(['500', '2500', '4034', '+1534']);
});

test('publish: puts a version on chain, and says why the contract refuses one', async () => {
  const anvil = await startAnvil(await unusedPort());
  try {
    const { contracts } = await deployDemo(anvil.rpcUrl);
    const { board } = nameAccounts(await connect(anvil.rpcUrl).getAddresses());
    const place = ['--category', '7', '--book', contracts.tariffBook, '--rpc-url', anvil.rpcUrl, '--unlocked', board];
    expect((await tariff('publish', flat, ...place)).output).toContain('flat-5 is version 1 of category 7');
    const soon = await tariff('publish', flat, ...place, '--from', '2020-01-01');
    expect(soon.complaints).toContain('The contract refuses: StartsTooSoon(18262, ');
    expect(soon.code).toBe(1);
  } finally {
    await anvil.stop();
  }
});

describe('bad input ends with 1 and one line that names the field', () => {
  const tariffWith = (change: object) => ({ ...read(flat), ...change });
  test.each([
    ['no command', () => [], 'Usage: '],
    ['a command that there is not', () => ['bill', flat], 'Usage: '],
    ['a missing argument', () => ['quote', flat], 'Usage: '],
    ['a missing file', () => ['check', 'tariffs/none.json'], "tariffs/none.json can't be read (ENOENT)."],
    ['no JSON', () => ['check', file('text.json', 'energy: 5')], 'expected a JSON file'],
    [
      'a field that is wrong',
      () => ['check', file('a.json', tariffWith({ basis: 'week' }))],
      'basis is "week"; expected one of',
    ],
    [
      'a version',
      () => ['check', file('b.json', { versions: [{ tariff: tariffWith({ dueDays: -1 }) }] })],
      'versions[0].tariff.dueDays is -1',
    ],
    [
      'versions in the wrong order',
      () => [
        'check',
        file('c.json', {
          versions: [
            { from: '2025-01-01', tariff: read(flat) },
            { from: '2024-01-01', tariff: read(flat) },
          ],
        }),
      ],
      'versions[1].from is "2024-01-01"; expected a day after 2025-01-01',
    ],
    [
      'a usage',
      () => ['quote', flat, file('d.json', { ...june, to: '2025-06-01' })],
      'to is "2025-06-01"; expected a day after 2025-06-01',
    ],
    [
      'a load that is needed',
      () => ['quote', domestic, file('e.json', { ...june, loadKw: undefined })],
      'loadKw is missing',
    ],
    [
      'an adjustment',
      () => ['quote', flat, file('f.json', { ...june, adjustments: [{ id: 'arrears', amount: 'x' }] })],
      'adjustments[0].amount is "x"',
    ],
    ['a payment', () => ['units', flat, file('g.json', { amount: -5 })], 'amount is -5'],
    ['a load for diff', () => ['diff', flat, domestic, '--load-kw', '0'], '--load-kw is "0"'],
    ['a category', () => ['publish', flat, '--category', 'one'], '--category is "one"'],
  ])(
    '%s',
    async (_, args, message) => {
      const { code, output, complaints } = await tariff(...args());
      expect(code).toBe(1);
      expect(output).toBe('');
      expect(complaints).toContain(message);
    },
    30_000,
  );
});
