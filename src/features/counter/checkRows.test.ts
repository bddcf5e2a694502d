import { expect, it } from 'vitest';
import type { Connection } from '../../chain/reads/connections.ts';
import { checkRows, numbersOf } from './checkRows.ts';
import type { DraftRow } from './draft.ts';

const rupee = 1_000_000n;
const connection = (number: bigint, charged: bigint, credited: bigint) => ({ number, charged, credited }) as Connection;
const found = new Map([
  [1001n, connection(1001n, 900n * rupee, 400n * rupee)],
  [1002n, connection(1002n, 400n * rupee, 400n * rupee)],
  [1003n, connection(1003n, 0n, 2n ** 64n - rupee)],
  [9n, null],
]);
const row = (number: string, amount: string | null = null, id = 1): DraftRow => ({ id, number, amount, sent: null });
const check = (rows: DraftRow[], step = 1n) => checkRows(rows, found, step);

it('what is due is paid where no amount is written', () => {
  expect(check([row('1001')])).toMatchObject([{ state: 'good', amount: 500n * rupee, problem: null }]);
  expect(check([row(' 1001 ', '1,200.5')])).toMatchObject([{ state: 'good', amount: 1_200_500_000n }]);
});

it.each([
  ['12ab', '5', 'number', 'counter.notANumber', { value: '12ab' }],
  ['', '5', 'number', 'counter.noNumber', {}],
  ['9', '5', 'number', 'counter.unknown', { number: '9' }],
  ['1002', null, 'amount', 'counter.nothingDue', {}],
  ['1001', ' ', 'amount', 'counter.missing', {}],
  ['1001', '-5', 'amount', 'counter.notAnAmount', { value: '-5' }],
  ['1001', '0.1234567', 'amount', 'counter.tooManyDecimals', { value: '0.1234567' }],
  ['1001', '0', 'amount', 'counter.zero', {}],
  ['1003', '2', 'amount', 'counter.tooLarge', {}],
])('a row of %j and %j is told at its field', (number, amount, field, key, values) => {
  expect(check([row(number, amount)])).toMatchObject([
    { state: 'bad', line: 1, problem: { field, words: { key, values: { line: '1', ...values } } } },
  ]);
});

it('amounts are held to the smallest the asset has', () => {
  expect(check([row('1001', '0.005')], 10_000n)[0]?.problem?.words).toMatchObject({ key: 'counter.notPayable' });
  expect(check([row('1001', '0.05')], 10_000n)[0]?.state).toBe('good');
});

it('a connection is paid for once, and a bad row keeps back no other', () => {
  const rows = [row('1001', '5'), row('x', '5', 2), row('01001', '6', 3), row('1002', '7', 4)];
  expect(check(rows).map(({ state }) => state)).toEqual(['good', 'bad', 'bad', 'good']);
  expect(check(rows)[2]?.problem?.words).toMatchObject({ key: 'counter.repeats', values: { line: '3', first: '1' } });
});

it('rows wait for the chain, rows without anything are no problem, and what is sent is not sent again', () => {
  const sent = { ...row('1001', '5', 3), sent: '0xab' as const };
  expect(check([row('77', '5'), row('', null, 2), sent]).map(({ state }) => state)).toEqual([
    'looking',
    'blank',
    'sent',
  ]);
  expect(numbersOf([row('77'), row(''), row('077'), row('x')])).toEqual([77n]);
});
