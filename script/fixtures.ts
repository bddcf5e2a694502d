// Writes contracts/test/fixtures/bills.json, from which the contracts' tests bill real cases: npx jiti script/fixtures.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bytesToHex } from 'viem';
import { dayOfIsoDate } from '../src/domain/calendar.ts';
import { parseDecimal } from '../src/domain/decimal.ts';
import { encodeTariff } from '../src/domain/tariff/encode.ts';
import { DECIMALS } from '../src/domain/tariff/model.ts';
import { parseTariff } from '../src/domain/tariff/parse.ts';

export const fixtureFile = new URL('../contracts/test/fixtures/bills.json', import.meta.url);

/** As in test-data: decimal strings, ISO dates. */
type BillCase = {
  id: string;
  tariff?: unknown;
  versions?: { from?: string; tariff: unknown }[];
  usage: {
    amount?: string;
    kwh: string;
    loadKw?: string;
    from: string;
    to: string;
    carried?: string;
    adjustments?: { id: string; amount: string }[];
  };
  expected: { total: string; carried?: string; items: Record<string, string> };
};

/** All bills of test-data in the contract's units, as the text of a JSON file. Money is in millionths of the currency. */
export function billFixtures(): string {
  const cases = ['published-bills', 'derived-bills'].flatMap((name): BillCase[] =>
    JSON.parse(readFileSync(new URL(`../test-data/${name}.json`, import.meta.url), 'utf8')),
  );
  const programs: string[] = [];
  // What a payment buys of a prepaid tariff is no bill.
  const bills = cases.filter(({ usage }) => usage.amount === undefined).map((one) => fixtureOf(one, programs));
  return `${JSON.stringify({ programs, bills }, null, 2)}\n`;
}

function fixtureOf({ id, tariff, versions = [{ tariff }], usage, expected }: BillCase, programs: string[]) {
  const parsed = versions.map(({ from = '1970-01-01', tariff }) => ({
    fromDay: dayOfIsoDate(from),
    tariff: parseTariff(tariff),
  }));
  const last = parsed.at(-1)?.tariff;
  return {
    id,
    currency: last?.currency,
    versions: parsed.map(({ fromDay, tariff }) => ({
      fromDay,
      program: indexOf(bytesToHex(encodeTariff(tariff)), programs),
    })),
    wh: String(parseDecimal(usage.kwh, DECIMALS.energy)),
    loadW: String(parseDecimal(usage.loadKw ?? '0', DECIMALS.load)),
    fromDay: dayOfIsoDate(usage.from),
    toDay: dayOfIsoDate(usage.to),
    carried: money(usage.carried ?? '0'),
    adjustments: (last?.adjustments ?? []).map((name) => ({
      amount: money(usage.adjustments?.find((given) => given.id === name)?.amount ?? '0'),
    })),
    total: money(expected.total),
    carriedAfter: money(expected.carried ?? '0'),
    carries: expected.carried !== undefined,
    // A printed figure, and what its last digit counts.
    items: Object.entries(expected.items).map(([id, figure]) => ({
      id,
      amount: money(figure),
      digit: String(10 ** (DECIMALS.money - (figure.split('.')[1]?.length ?? 0))),
    })),
  };
}

function indexOf(program: string, programs: string[]): number {
  if (!programs.includes(program)) programs.push(program);
  return programs.indexOf(program);
}

function money(figure: string): string {
  return String(parseDecimal(figure, DECIMALS.money));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(fixtureFile, billFixtures());
