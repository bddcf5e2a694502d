import { expect, it } from 'vitest';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { type Selection, selectConnections } from './selection.ts';

const day = 86_400;
const now = 1_000 * day;
const connection = (number: bigint, rest: Partial<WholeConnection> = {}) =>
  ({
    number,
    holder: `0x${String(number).padStart(40, 'A')}`,
    offeredTo: null,
    category: 1,
    loadW: 5_000n,
    agreement: 513,
    register: 0n,
    readAt: now,
    billedRegister: 0n,
    billedDay: 1_000,
    bills: 0,
    dueDay: null,
    charged: 0n,
    credited: 0n,
    collected: 0n,
    headBlock: 1n,
    readingBlock: 1n,
    isClosed: false,
    ...rest,
  }) as WholeConnection;
const connections = [
  connection(12n, { charged: 10n }),
  connection(3n, { credited: 5n, readAt: now - 32 * day, category: 2 }),
  connection(7n, { billedDay: 900, readAt: now - 40 * day, isClosed: true, category: 3 }),
  connection(45n, { charged: 90n, billedDay: 970, offeredTo: '0x0000000000000000000000000000000000000001' }),
];
const select = (selection: Partial<Selection>) =>
  selectConnections(
    connections,
    { text: '', category: null, show: 'all', order: 'number', ...selection },
    { time: now, utcOffset: 0, overdue: new Map([[45n, 90n]]) },
  ).map(({ number }) => number);

it('shows all in the order of their numbers', () => expect(select({})).toEqual([3n, 7n, 12n, 45n]));

it('finds by a part of the number or of the address, whatever its case', () => {
  expect(select({ text: ' 4 ' })).toEqual([45n]);
  expect(select({ text: '0xaaaa' })).toEqual([3n, 7n, 12n, 45n]);
  expect(select({ text: 'AA12' })).toEqual([12n]);
  expect(select({ text: 'nobody' })).toEqual([]);
});

it.each<[Selection['show'], bigint[]]>([
  ['arrears', [12n, 45n]],
  ['overdue', [45n]],
  ['advance', [3n]],
  ['unread', [3n]],
  ['ready', [45n]],
  ['offered', [45n]],
  ['closed', [7n]],
])('can show only %s', (show, numbers) => expect(select({ show })).toEqual(numbers));

it('can show one category', () => expect(select({ category: 2 })).toEqual([3n]));

it('orders by what is owed, and by how long there was no reading', () => {
  expect(select({ order: 'balance' })).toEqual([45n, 12n, 7n, 3n]);
  expect(select({ order: 'reading' })[0]).toBe(7n);
});
