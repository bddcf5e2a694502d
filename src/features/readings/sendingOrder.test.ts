import { expect, it } from 'vitest';
import type { Line, Meter } from './checkRows.ts';
import { sendingOrder } from './sendingOrder.ts';

const meter = (category: number, billedDay: number): Meter => ({
  loadW: 1n,
  register: 0n,
  readAt: 0,
  category,
  billedDay,
});
const line = (number: number, connection: bigint, readAt: number): Line => ({
  line: number,
  connection,
  register: 1n,
  readAt,
});
const meters = new Map([
  [1n, meter(2, 100)],
  [2n, meter(1, 100)],
  [3n, meter(1, 90)],
  [4n, meter(2, 100)],
]);
const order = (lines: Line[]) => sendingOrder(lines, meters).map((row) => row.line);

it('puts one tariff and one period together', () => {
  expect(order([line(1, 1n, 5), line(2, 2n, 5), line(3, 3n, 5), line(4, 4n, 5)])).toEqual([3, 2, 1, 4]);
});

it('sends the second readings of all after the first ones', () => {
  expect(order([line(1, 1n, 5), line(2, 2n, 6), line(3, 2n, 7), line(4, 1n, 8)])).toEqual([2, 1, 3, 4]);
});
