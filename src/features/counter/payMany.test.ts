import { expect, it } from 'vitest';
import { payMany } from './payMany.ts';
import { rowsOfTable } from './rowsOfTable.ts';

it('packs each row, and takes the sum', () => {
  const rows = [
    { connection: 1001n, amount: 5_000_000n },
    { connection: 2n ** 64n - 1n, amount: 10_000n },
  ];
  expect(payMany(rows, { unit: 1n, step: 10_000n })).toMatchObject({
    functionName: 'payMany',
    args: [[1001n | (5_000_000n << 64n), (2n ** 64n - 1n) | (10_000n << 64n)]],
    value: 501n,
  });
});

it('a table has the number first and then the amount, with a header or without', () => {
  expect(rowsOfTable([['Consumer', 'Amount'], ['1001', '5'], ['', ''], [' 1002 ']])).toEqual([
    { number: '1001', amount: '5' },
    { number: '1002', amount: null },
  ]);
  expect(rowsOfTable([['12ab', '1']])).toEqual([{ number: '12ab', amount: '1' }]);
});
