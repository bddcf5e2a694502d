import { expect, it } from 'vitest';
import { parseCsv } from './parseCsv.ts';

it.each([',', ';', '\t', '|'])('finds out that fields are split by %j', async (delimiter) => {
  const text = [
    ['number', 'kWh', 'date'],
    ['1', '10.5', '2024-06-30'],
  ]
    .map((row) => row.join(delimiter))
    .join('\r\n');
  expect(await parseCsv(text)).toEqual([
    ['number', 'kWh', 'date'],
    ['1', '10.5', '2024-06-30'],
  ]);
});

it('reads quotes, and drops a byte order mark', async () => {
  expect(await parseCsv('\uFEFF"1","1,234.5","30-06-2024"')).toEqual([['1', '1,234.5', '30-06-2024']]);
});

it('keeps empty rows, so that lines count as in the file', async () => {
  expect(await parseCsv('1,2,3\n\n4,5,6')).toHaveLength(3);
});

it.each([
  ['', 'empty'],
  [' \n,,\n', 'empty'],
  ['PK\u0003\u0004…', 'workbook'],
])('refuses %j: %s', async (text, reason) => {
  await expect(parseCsv(text)).rejects.toMatchObject({ reason });
});
