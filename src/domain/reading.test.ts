import { describe, expect, it } from 'vitest';
import { parseReadingRow, type ReadingProblem } from './reading.ts';
import { guessColumns, parseReadingRows } from './readingFile.ts';

const context = { utcOffsetSeconds: 19_800, now: Date.UTC(2024, 6, 31, 12, 0) / 1000 };
const columns = { connection: 0, register: 1, readAt: 2 };
const localTime = (year: number, month: number, date: number, hour = 0, minute = 0, second = 0) =>
  Date.UTC(year, month - 1, date, hour, minute, second) / 1000 - 19_800;

describe('parseReadingRow', () => {
  it.each([
    ['2024-06-30', localTime(2024, 6, 30)],
    ['2024-6-3', localTime(2024, 6, 3)],
    ['2024-06-30 18:45', localTime(2024, 6, 30, 18, 45)],
    ['2024-06-30T18:45:09', localTime(2024, 6, 30, 18, 45, 9)],
    ['30-06-2024', localTime(2024, 6, 30)],
    ['03/06/2024 7:05', localTime(2024, 6, 3, 7, 5)],
    ['30.06.2024', localTime(2024, 6, 30)],
  ])('reads the local time %s', (text, readAt) => {
    expect(parseReadingRow(['42', '1234.567', text], columns, context)).toEqual({
      reading: { connection: 42n, register: 1_234_567n, readAt },
    });
  });

  it('follows the columns and passes over blanks', () => {
    const fields = ['note', ' 2024-06-30 ', '\u00a0007 ', ' 12 '];
    expect(parseReadingRow(fields, { connection: 2, register: 3, readAt: 1 }, context)).toEqual({
      reading: { connection: 7n, register: 12_000n, readAt: localTime(2024, 6, 30) },
    });
  });

  it.each<[string[], ReadingProblem]>([
    [['', '1', '2024-06-30'], { field: 'connection', value: '', expected: 'consumerNumber' }],
    [['0', '1', '2024-06-30'], { field: 'connection', value: '0', expected: 'consumerNumber' }],
    [['A-17', '1', '2024-06-30'], { field: 'connection', value: 'A-17', expected: 'consumerNumber' }],
    [
      ['18446744073709551616', '1', '2024-06-30'],
      { field: 'connection', value: '18446744073709551616', expected: 'consumerNumber' },
    ],
    [['1', '1.2345', '2024-06-30'], { field: 'register', value: '1.2345', expected: 'kilowattHours' }],
    [['1', '-1', '2024-06-30'], { field: 'register', value: '-1', expected: 'kilowattHours' }],
    [['1', '1,234.5', '2024-06-30'], { field: 'register', value: '1,234.5', expected: 'kilowattHours' }],
    [['1', '2', '2024-02-30'], { field: 'readAt', value: '2024-02-30', expected: 'date' }],
    [['1', '2', '06/30/2024'], { field: 'readAt', value: '06/30/2024', expected: 'date' }],
    [['1', '2', '2024-06-30 24:00'], { field: 'readAt', value: '2024-06-30 24:00', expected: 'date' }],
    [['1', '2', '30-06-24'], { field: 'readAt', value: '30-06-24', expected: 'date' }],
    [['1', '2'], { field: 'readAt', value: '', expected: 'date' }],
    [['1', '2', '2024-07-31 17:31'], { field: 'readAt', value: '2024-07-31 17:31', expected: 'notInFuture' }],
  ])('names what is wrong in %j', (fields, problem) => {
    expect(parseReadingRow(fields, columns, context)).toEqual({ problems: [problem] });
  });

  it('takes a reading of this very moment', () => {
    expect(parseReadingRow(['1', '2', '2024-07-31 17:30'], columns, context)).toHaveProperty('reading');
  });

  it('lists every problem of a row', () => {
    const result = parseReadingRow(['x', 'y', 'z'], columns, context);
    expect(result).toMatchObject({ problems: [{ field: 'connection' }, { field: 'register' }, { field: 'readAt' }] });
  });
});

describe('parseReadingRows', () => {
  it('takes rows without a header in the usual order, and passes over empty ones', () => {
    const file = parseReadingRows([['1', '10', '2024-06-30'], [''], ['2', '20', '2024-06-30'], ['', ' ', '']], context);
    expect(file.readings.map(({ connection, line }) => [connection, line])).toEqual([
      [1n, 1],
      [2n, 3],
    ]);
    expect(file.problems).toEqual([]);
  });

  it.each([
    [
      ['\uFEFFDate', 'Consumer number', 'Register (kWh)'],
      ['2024-06-30', '1', '10'],
    ],
    [
      ['Remarks', 'kWh', 'consumer_no', 'Reading date'],
      ['ok', '10', '1', '2024-06-30'],
    ],
    [
      ['CONNECTION', 'READING', 'READ AT'],
      ['1', '10', '2024-06-30'],
    ],
    [
      ['গ্ৰাহক নম্বৰ', 'মিটাৰ', 'তাৰিখ'],
      ['1', '10', '2024-06-30'],
    ],
  ])('finds the columns by the header %j', (header, row) => {
    const file = parseReadingRows([[''], header, row], context);
    expect(file).toEqual({
      readings: [{ connection: 1n, register: 10_000n, readAt: localTime(2024, 6, 30), line: 3 }],
      problems: [],
      duplicates: [],
      missing: [],
    });
  });

  it('reads no row where the header lacks a column, and says which', () => {
    const file = parseReadingRows(
      [
        ['Consumer number', 'Units', 'Date'],
        ['1', '10', '2024-06-30'],
      ],
      context,
    );
    expect(file).toEqual({ readings: [], problems: [], duplicates: [], missing: ['register'] });
  });

  it('takes the columns it is told instead of those it would guess', () => {
    const rows = [
      ['Consumer number', 'Units', 'Date', 'kWh'],
      ['1', '10', '2024-06-30', '99'],
    ];
    expect(guessColumns(rows)).toEqual({ connection: 0, register: 3, readAt: 2 });
    const file = parseReadingRows(rows, context, { connection: 0, register: 1, readAt: 2 });
    expect(file.readings).toMatchObject([{ register: 10_000n, line: 2 }]);
  });

  it('strips a byte order mark from the first row of figures', () => {
    expect(parseReadingRows([['\uFEFF1', '10', '2024-06-30']], context).readings).toHaveLength(1);
  });

  it('goes on after a bad row and names its line', () => {
    const file = parseReadingRows(
      [
        ['1', '10', '2024-06-30'],
        ['2', 'ten', '2024-06-30'],
        ['3', '30', '2024-06-30'],
      ],
      context,
    );
    expect(file.readings.map(({ connection }) => connection)).toEqual([1n, 3n]);
    expect(file.problems).toEqual([{ line: 2, field: 'register', value: 'ten', expected: 'kilowattHours' }]);
  });

  it('notes a repeated row, and whether it says something else', () => {
    const file = parseReadingRows(
      [
        ['1', '10', '2024-06-30'],
        ['1', '10.000', '30-06-2024'],
        ['1', '11', '2024-06-30 00:00'],
        ['1', '12', '2024-07-01'],
      ],
      context,
    );
    expect(file.readings.map(({ line }) => line)).toEqual([1, 4]);
    expect(file.duplicates).toMatchObject([
      { line: 2, firstLine: 1, differs: false },
      { line: 3, firstLine: 1, differs: true },
    ]);
  });

  it('has nothing to say about nothing', () => {
    expect(parseReadingRows([], context)).toEqual({ readings: [], problems: [], duplicates: [], missing: [] });
  });
});
