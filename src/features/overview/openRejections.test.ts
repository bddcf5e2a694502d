import { expect, it } from 'vitest';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { openRejections, type Rejection } from './openRejections.ts';

const day = 86_400;
const rejection = (what: Rejection['what'], connection: bigint, block: bigint): Rejection => ({
  what,
  connection,
  block,
  time: 0,
  reason: '0x',
});
const connection = (number: bigint, readingBlock: bigint, readDay: number, isClosed = false) =>
  ({
    number,
    readingBlock,
    agreement: 513,
    readAt: readDay * day,
    billedDay: 100,
    bills: 1,
    register: 5n,
    billedRegister: 1n,
    isClosed,
  }) as WholeConnection;
const open = (rejections: Rejection[], connections: WholeConnection[]) => openRejections(rejections, connections, 0);

it('shows a refused reading until another one is recorded', () => {
  const refused = [rejection('reading', 1n, 50n)];
  expect(open(refused, [connection(1n, 49n, 131)])).toEqual(refused);
  expect(open(refused, [connection(1n, 50n, 131)])).toEqual([]);
  expect(open(refused, [connection(1n, 51n, 131)])).toEqual([]);
});

it('shows a refused bill as long as there is one to issue', () => {
  const refused = [rejection('bill', 1n, 50n)];
  expect(open(refused, [connection(1n, 49n, 131)])).toEqual(refused);
  expect(open(refused, [connection(1n, 49n, 110)])).toEqual([]);
});

it('shows only the latest of a connection and a kind', () => {
  const refused = [rejection('reading', 1n, 60n), rejection('bill', 1n, 60n), rejection('reading', 1n, 50n)];
  expect(open(refused, [connection(1n, 40n, 131)])).toEqual(refused.slice(0, 2));
});

it('shows rows of connections that there are not', () => {
  const refused = [rejection('reading', 9n, 50n)];
  expect(open(refused, [])).toEqual(refused);
});

it('has nothing to put right of a closed connection', () => {
  const refused = [rejection('reading', 1n, 50n), rejection('bill', 1n, 50n)];
  expect(open(refused, [connection(1n, 49n, 131, true)])).toEqual([]);
});
