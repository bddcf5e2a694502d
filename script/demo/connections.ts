import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { accountNames } from './accounts.ts';
import { habitNames } from './payments.ts';

/** Tariff categories of the demonstration, with the file each is published from. */
export const categories = {
  domestic: { id: 1, tariff: 'apdcl-domestic-a-2023' },
  commercial: { id: 2, tariff: 'apdcl-commercial-2023' },
  agriculture: { id: 3, tariff: 'apdcl-agriculture-2023' },
} as const;

/** Months of an agreement; the contract takes 512 + months. */
const agreements = { monthly: 1, 'two-monthly': 2, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const;

const homes = ['london-home', 'second-home'] as const;

const rowSchema = v.object({
  number: v.pipe(
    v.string(),
    v.digits(),
    v.transform((digits) => BigInt(digits)),
  ),
  holder: v.picklist(accountNames),
  category: v.pipe(
    v.picklist(Object.keys(categories) as (keyof typeof categories)[]),
    v.transform((name) => categories[name].id),
  ),
  load_kw: v.pipe(v.string(), v.digits(), v.transform(Number)),
  agreement: v.pipe(
    v.picklist(Object.keys(agreements) as (keyof typeof agreements)[]),
    v.transform((name) => 512 + agreements[name]),
  ),
  home: v.picklist(homes),
  scale_percent: v.pipe(v.string(), v.digits(), v.transform(Number)),
  shift_months: v.pipe(v.string(), v.digits(), v.transform(Number)),
  pays: v.picklist(habitNames),
  /** What is undone for the last month; `re-read`: its reading was refused. */
  left_to_do: v.picklist(['', 'bill', 'read', 're-read']),
});

/** A register in Wh, and the day at whose start it was read. */
export type Reading = { on: string; wh: number };

/** A row of demo/connections.csv with its readings, in the data's own dates. The first reading is the one it is registered with. */
export type DemoConnection = v.InferOutput<typeof rowSchema> & { readings: Reading[] };

/** @throws Error that names the row which is wrong. */
export function readConnections(): DemoConnection[] {
  const readings = Object.fromEntries(homes.map((home) => [home, readHome(home)]));
  return readCsv('connections').map((fields) => {
    const row = v.safeParse(rowSchema, fields);
    if (!row.success) throw new Error(`demo/connections.csv, ${fields.number}: ${v.summarize(row.issues)}`);
    const { home, scale_percent, shift_months } = row.output;
    return { ...row.output, readings: synthesize(readings[home] ?? [], scale_percent, shift_months) };
  });
}

/** The same home with its monthly energies scaled, and rotated so that it begins some months later in its year. */
export function synthesize(home: Reading[], scalePercent: number, shiftMonths: number): Reading[] {
  const energies = home.slice(1).map(({ wh }, i) => wh - (home[i]?.wh ?? 0));
  let register = 0;
  return home.map(({ on }, i) => {
    const energy = i === 0 ? 0 : (energies[(i - 1 + shiftMonths) % energies.length] ?? 0);
    register += Math.round((energy * scalePercent) / 100);
    return { on, wh: register };
  });
}

function readHome(name: string): Reading[] {
  return readCsv(name).map((row) => ({ on: String(row.read_on), wh: Number(row.register_wh) }));
}

function readCsv(name: string): Record<string, string>[] {
  const [head = '', ...rows] = readFileSync(new URL(`../../demo/${name}.csv`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((field, i) => [names[i], field])));
}
