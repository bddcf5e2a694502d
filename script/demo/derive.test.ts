import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { monthlyRegisters, parseRow } from './derive.ts';

test('half hours and days are read as they are published', () => {
  expect(parseRow('2011-12-10 00:30:00,0.03')).toEqual({ day: '2011-12-10', wh: 30 });
  expect(parseRow('10/2/2012,17.3779999\r')).toEqual({ day: '2012-10-02', wh: 17_378 });
  expect(() => parseRow('2011-12-10 00:30:00,Null')).toThrow('Not a reading: "2011-12-10 00:30:00,Null"');
});

test('a register rises by what was measured, and by nothing for what was not', () => {
  const measured = [
    { day: '2012-12-30', wh: 5 },
    { day: '2012-12-31', wh: 6 },
    { day: '2013-02-01', wh: 7 },
  ];
  expect(monthlyRegisters(measured)).toEqual(['2012-12-30,0', '2013-01-01,11', '2013-03-01,18']);
});

const meters = new URL('../../../shared/data/meters/', import.meta.url);

describe.runIf(existsSync(meters))('the files of the demonstration are what the published data gives', () => {
  test.each([
    ['london-home.csv', 'london-MAC000060-halfhourly.csv'],
    ['second-home.csv', 'london-MAC000002-daily.csv'],
  ])('%s', (derived, published) => {
    const [, ...rows] = readFileSync(new URL(published, meters), 'utf8').trim().split('\n');
    const [, ...kept] = readFileSync(new URL(`../../demo/${derived}`, import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(kept).toEqual(monthlyRegisters(rows.map(parseRow)));
  });
});
