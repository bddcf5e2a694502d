import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const fieldOf = (text: string) => toCsv(['a'], [[text]]).slice('\uFEFFa\r\n'.length, -2);

it('puts a header, the rows and a line break after each', () => {
  expect(toCsv(['number', 'amount'], [['1', '2.50']])).toBe('\uFEFFnumber,amount\r\n1,2.50\r\n');
  expect(toCsv(['number'], [])).toBe('\uFEFFnumber\r\n');
});

it.each([
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['₹5', '₹5'],
  ['-5.25', '-5.25'],
])('writes %j as %j', (text, written) => expect(fieldOf(text)).toBe(written));

it.each(['=1+1', '+1', '@SUM(A1)', '-1+1', '\tx'])('keeps a spreadsheet from computing %j', (text) =>
  expect(fieldOf(text)).toBe(`'${text}`));
