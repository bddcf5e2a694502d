/**
 * Makes demo/london-home.csv and demo/second-home.csv from the meter data of the Low Carbon London trial. Run by hand, once:
 *
 *   npx tsx script/demo/derive.ts <half-hours of MAC000060, CSV> <days of MAC000002, CSV>
 *
 * The input is kWh per half hour or day. The output is what a meter would have shown at the end of each month: a cumulative
 * register in Wh, zero at the start. What was not measured is not invented: a missing half hour or day adds nothing.
 * The published values have three decimals and float noise behind them (1.3150001), so they are rounded to whole Wh.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Energy measured on one day, or in a part of it. */
export interface Measured {
  /** yyyy-mm-dd */
  day: string;
  wh: number;
}

/** Rows of `demo/*.csv`: the start of the first day measured, then the first of every month that follows. */
export function monthlyRegisters(measured: Measured[]): string[] {
  const whByMonth = new Map<string, number>();
  for (const { day, wh } of measured) {
    const month = day.slice(0, 7);
    whByMonth.set(month, (whByMonth.get(month) ?? 0) + wh);
  }
  const firstDay = measured.map(({ day }) => day).sort()[0];
  const rows = [`${firstDay},0`];
  let register = 0;
  for (const [month, wh] of [...whByMonth].sort()) {
    register += wh;
    rows.push(`${firstOfNextMonth(month)},${register}`);
  }
  return rows;
}

/** A row of the trial's files: `2011-12-10 00:30:00,0.03` or `10/12/2012,7.098` (month first). */
export function parseRow(row: string): Measured {
  const [time = '', kwh = ''] = row.trim().split(',');
  const us = /^(\d+)\/(\d+)\/(\d{4})$/.exec(time);
  const day = us ? `${us[3]}-${us[1]?.padStart(2, '0')}-${us[2]?.padStart(2, '0')}` : time.slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d+(\.\d+)?$/.test(kwh)) throw new Error(`Not a reading: "${row}"`);
  return { day, wh: Math.round(Number(kwh) * 1000) };
}

function firstOfNextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 10);
}

function derive(input: string, output: string): void {
  const [, ...rows] = readFileSync(input, 'utf8').trim().split('\n');
  const registers = monthlyRegisters(rows.map(parseRow));
  writeFileSync(new URL(`../../demo/${output}`, import.meta.url), ['read_on,register_wh', ...registers, ''].join('\n'));
  console.log(`demo/${output}: ${registers.length} registers from ${rows.length} rows`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [halfHours, days] = process.argv.slice(2);
  if (!halfHours || !days) throw new Error('Usage: npx tsx script/demo/derive.ts <half-hours.csv> <days.csv>');
  derive(halfHours, 'london-home.csv');
  derive(days, 'second-home.csv');
}
