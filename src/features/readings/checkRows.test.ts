import { expect, it } from 'vitest';
import { checkRows, type Line, readingKey } from './checkRows.ts';

const day = 86_400;
const rules = { now: 200 * day, plausibilityPercent: 150 };
const line = (number: number, connection: bigint, register: bigint, readDay: number): Line => ({
  line: number,
  connection,
  register,
  readAt: readDay * day,
});
const meter = { loadW: 1_000n, register: 100_000n, readAt: 100 * day, category: 1, billedDay: 90 };
const check = (lines: Line[], recorded: Line[] = []) => {
  const meters = { byNumber: new Map([[1n, meter]]), recorded: new Set(recorded.map(readingKey)) };
  const rows = checkRows(lines, meters, rules);
  return {
    good: rows.good.map((row) => [row.line, row.energy]),
    recorded: rows.recorded.map((row) => row.line),
    implausible: rows.implausible.map((row) => row.line),
    refused: rows.refused.map((row) => [row.line, row.check.kind]),
  };
};
const nothing = { good: [], recorded: [], implausible: [], refused: [] };

it('holds each reading of a connection against the one before, whatever their order in the file', () => {
  expect(check([line(1, 1n, 150_000n, 160), line(2, 1n, 120_000n, 130)])).toEqual({
    ...nothing,
    good: [
      [2, 20_000n],
      [1, 30_000n],
    ],
  });
});

it('sorts what the contract would refuse by the reason', () => {
  const lines = [
    line(1, 9n, 1n, 130),
    line(2, 1n, 99_999n, 130),
    line(3, 1n, 100_000n, 99),
    line(4, 1n, 200_000n, 201),
    line(5, 1n, 100_000_000n, 131),
  ];
  expect(check(lines)).toEqual({
    ...nothing,
    implausible: [5],
    refused: [
      [3, 'notLater'],
      [1, 'unknown'],
      [2, 'falls'],
      [4, 'future'],
    ],
  });
});

it('does not hold later readings against one that was not taken', () => {
  expect(check([line(1, 1n, 100_000_000n, 120), line(2, 1n, 110_000n, 130)])).toEqual({
    ...nothing,
    implausible: [1],
    good: [[2, 10_000n]],
  });
});

it('knows a file that was loaded before: its latest readings and the earlier ones', () => {
  const earlier = line(1, 1n, 80_000n, 70);
  expect(check([earlier, line(2, 1n, 100_000n, 100)], [earlier])).toEqual({ ...nothing, recorded: [1, 2] });
});

it('does not take an older reading with another register for recorded', () => {
  expect(check([line(1, 1n, 80_001n, 70)], [line(1, 1n, 80_000n, 70)])).toEqual({
    ...nothing,
    refused: [[1, 'notLater']],
  });
});

it('holds a reading after an estimate against the last one that was read, and the next against that', () => {
  const estimated = { ...meter, readBefore: 100 * day, readAt: 130 * day };
  const lines = [line(1, 1n, 150_000n, 131), line(2, 1n, 149_000n, 132), line(3, 1n, 90_000n, 140)];
  const rows = checkRows(lines, { byNumber: new Map([[1n, estimated]]), recorded: new Set() }, rules);
  expect(rows.good.map((row) => [row.line, row.energy])).toEqual([[1, 50_000n]]);
  expect(rows.refused.map((row) => [row.line, row.check.kind])).toEqual([
    [2, 'falls'],
    [3, 'falls'],
  ]);
});

it('refuses rows of a closed connection', () => {
  const closed = new Map([[1n, { ...meter, isClosed: true }]]);
  const { refused } = checkRows([line(1, 1n, 150_000n, 131)], { byNumber: closed, recorded: new Set() }, rules);
  expect(refused[0]?.check.kind).toBe('closed');
});
