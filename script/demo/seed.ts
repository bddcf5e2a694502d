import { readFileSync } from 'node:fs';
import { bytesToHex } from 'viem';
import { roles } from '../../src/chain/roles.ts';
import { dayOfIsoDate } from '../../src/domain/calendar.ts';
import { encodeTariff } from '../../src/domain/tariff/encode.ts';
import { parseTariffText } from '../../src/domain/tariff/parse.ts';
import { categories } from './connections.ts';
import type { Planned } from './incidents.ts';
import { runMonth, sendInOrder } from './month.ts';
import { timeOf } from './months.ts';
import { type ContractAddresses, connectionsUntil, createWorld, readingDates, type World } from './world.ts';

const DAY = 86_400;

/** Where the chain's own clock must start: a tariff is published a month before it applies. */
export function genesisTimeFor(now: number): number {
  const [first = ''] = readingDates(connectionsUntil(now));
  return timeOf(first) - 61 * DAY;
}

/**
 * Fills a local chain, on which nothing has happened since the deployment, with two years of the demonstration's history. Its
 * clock ends at the present.
 * @param now Seconds since 1970, as given to genesisTimeFor.
 * @throws Error that names the transaction which failed.
 */
export async function seedDemo(rpcUrl: string, contracts: ContractAddresses, now: number): Promise<void> {
  const world = await createWorld(rpcUrl, contracts, now);
  const [opening = '', ...dates] = readingDates(world.connections);
  await publishTariffs(world, opening);
  await sendInOrder(world, registrations(world, opening, dates[0]));
  for (const [i, date] of dates.entries()) {
    await runMonth(world, date, dates.length - 1 - i, registrations(world, date, dates[i + 1]));
  }
  await world.timeline.end();
}

/** Every category's tariff, from the first of the month in which the first connection is registered. */
async function publishTariffs({ timeline, accounts, book, billing }: World, opening: string): Promise<void> {
  const startDay = dayOfIsoDate(`${opening.slice(0, 7)}-01`);
  const calls = Object.values(categories).map(({ id, tariff }) => {
    const file = readFileSync(new URL(`../../tariffs/${tariff}.json`, import.meta.url), 'utf8');
    return book(accounts.board, 'publish', [id, startDay, bytesToHex(encodeTariff(parseTariffText(file)))]);
  });
  const reader = billing(accounts.admin, 'grantRole', [roles.reader, accounts.board]);
  await timeline.block(timeOf(opening) - 60 * DAY, [reader, ...calls]);
}

/** Registers the connections whose first reading lies from one date on and before another, at ten in the morning. */
function registrations({ connections, accounts, billing }: World, from: string, before = '9999'): Planned[] {
  return connections.flatMap(({ number, holder, category, load_kw, agreement, readings: [first] }) => {
    if (!first || first.on < from || first.on >= before) return [];
    const [readAt, loadW] = [timeOf(first.on), load_kw * 1000];
    const registration = { number, holder: accounts[holder], category, loadW, agreement, register: first.wh, readAt };
    return [{ time: timeOf(first.on, 10), call: billing(accounts.board, 'register', [registration]) }];
  });
}
