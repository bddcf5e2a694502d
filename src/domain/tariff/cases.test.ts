import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../calendar.ts';
import { formatDecimal, parseDecimal } from '../decimal.ts';
import { divide } from '../rounding.ts';
import { computeSplitBill } from './bill.ts';
import { decodeTariff } from './decode.ts';
import { encodeTariff } from './encode.ts';
import { DECIMALS } from './model.ts';
import { parseTariff } from './parse.ts';
import { unitsFor } from './prepaid.ts';
import type { TariffVersion, Usage } from './usage.ts';

/** Bills that utilities printed, and points of the same tariffs computed apart: test-data/README.md. */
type Case = {
  id: string;
  tariff?: unknown;
  versions?: { from?: string; tariff: unknown }[];
  usage: Record<string, string> & { adjustments?: { id: string; amount: string }[] };
  expected: { total?: string; carried?: string; kwh?: string; left?: string; items: Record<string, string> };
};

describe.each(['published-bills', 'derived-bills'])('%s', (name) => {
  const cases: Case[] = JSON.parse(readFileSync(new URL(`../../../test-data/${name}.json`, import.meta.url), 'utf8'));
  const bills = cases.filter(({ usage }) => usage.amount === undefined);
  const payments = cases.filter((one) => !bills.includes(one));

  it.each(bills)('$id', (one) => {
    const bill = computeSplitBill(versionsOf(one), usageOf(one.usage));
    expect(formatDecimal(bill.total, 6)).toBe(formatDecimal(money(one.expected.total), 6));
    if (one.expected.carried !== undefined) expect(bill.carried).toBe(money(one.expected.carried));
    expectItems(bill.items, one.expected.items);
  });

  it.each(payments)('$id', (one) => {
    const [version] = versionsOf(one) as [TariffVersion];
    const purchase = unitsFor(version.tariff, money(one.usage.amount), energy(one.usage.alreadyKwh));
    expect(formatDecimal(purchase.units, 3)).toBe(formatDecimal(energy(one.expected.kwh), 3));
    if (one.expected.left !== undefined) expect(purchase.left).toBe(money(one.expected.left));
    expectItems(purchase.deductions, one.expected.items);
  });
});

/** An item is right when, rounded half up to the printed decimals, it equals the printed figure. */
function expectItems(items: { id: string; amount: bigint }[], expected: Record<string, string>) {
  const printed = Object.entries(expected).map(([id, figure]) => {
    const decimals = figure.split('.')[1]?.length ?? 0;
    const exact = items.find((item) => item.id === id)?.amount;
    return [id, exact === undefined ? 'absent' : formatDecimal(divide(exact, 10n ** BigInt(6 - decimals)), decimals)];
  });
  expect(Object.fromEntries(printed)).toEqual(expected);
}

/** As the browser gets them: file to bytes, bytes to tariff. */
function versionsOf({ tariff, versions = [{ tariff }] }: Case): TariffVersion[] {
  return versions.map(({ from = '1970-01-01', tariff }) => ({
    fromDay: dayOfIsoDate(from),
    tariff: decodeTariff(encodeTariff(parseTariff(tariff))),
  }));
}

function usageOf({ kwh, loadKw, from, to, carried, adjustments }: Case['usage']): Usage {
  return {
    energy: energy(kwh),
    load: loadKw === undefined ? undefined : parseDecimal(loadKw, DECIMALS.load),
    fromDay: dayOfIsoDate(from ?? ''),
    toDay: dayOfIsoDate(to ?? ''),
    carried: carried === undefined ? undefined : money(carried),
    adjustments: adjustments?.map(({ id, amount }) => ({ id, amount: money(amount) })),
  };
}

function money(text: string | undefined): bigint {
  return parseDecimal(text ?? '', DECIMALS.money);
}

function energy(text: string | undefined): bigint {
  return parseDecimal(text ?? '', DECIMALS.energy);
}
