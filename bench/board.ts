import { readFileSync } from 'node:fs';
import { type Address, bytesToHex } from 'viem';
import { nameAccounts } from '../script/demo/accounts.ts';
import { callsOf } from '../script/demo/calls.ts';
import { deployDemo } from '../script/demo/deployDemo.ts';
import { shiftMonths, timeOf } from '../script/demo/months.ts';
import { type Call, connect, Timeline } from '../script/demo/timeline.ts';
import { electricityBillingAbi, tariffBookAbi } from '../src/chain/abi.gen.ts';
import { roles } from '../src/chain/roles.ts';
import { dayOfIsoDate } from '../src/domain/calendar.ts';
import { encodeTariff } from '../src/domain/tariff/encode.ts';
import { parseTariffText } from '../src/domain/tariff/parse.ts';

const DAY = 86_400;
const UNIT = 10n ** 12n;
const CATEGORY = 1;
const MONTHLY = 513;
const LOAD_W = 2000;

/** The first day of APDCL's Domestic A of 2023-24, when every connection is registered. */
const FIRST = '2023-04-01';

/** Where a chain's own clock must start for `openBoard`: a tariff is published a month before it applies. */
export const GENESIS_TIME = timeOf(FIRST) - 61 * DAY;

/** A millionth of the currency is the contracts' unit of money. */
export const RUPEE = 1_000_000n;

export type Board = Awaited<ReturnType<typeof openBoard>>;

/** Deploys the contracts to a fresh local chain and registers connections of 2 kW, billed monthly by APDCL Domestic A. */
export async function openBoard(rpcUrl: string, numbers: bigint[]) {
  const config = await deployDemo(rpcUrl);
  const client = connect(rpcUrl);
  const timeline = await Timeline.begin(client);
  const { admin, board, 'other-1': holder } = nameAccounts(await client.getAddresses());
  const book = callsOf(config.contracts.tariffBook, tariffBookAbi);
  const billing = callsOf(config.contracts.electricityBilling, electricityBillingAbi);

  const tariff = parseTariffText(
    readFileSync(new URL('../tariffs/apdcl-domestic-a-2023.json', import.meta.url), 'utf8'),
  );
  await timeline.block(timeOf(FIRST) - 60 * DAY, [
    // Who records and bills in one pass needs both roles.
    billing(admin, 'grantRole', [roles.reader, board]),
    book(board, 'publish', [CATEGORY, dayOfIsoDate(FIRST), bytesToHex(encodeTariff(tariff))]),
  ]);
  const registrations = numbers.map((number) => {
    const registration = { number, holder, category: CATEGORY, loadW: LOAD_W, agreement: MONTHLY, register: 0 };
    return billing(board, 'register', [{ ...registration, readAt: timeOf(FIRST) }]);
  });
  for (const [i, calls] of inHundreds(registrations).entries()) await timeline.block(timeOf(FIRST, 10 + i), calls);

  /** Sends one transaction in a block of its own. @returns its gas. */
  const send = async (time: number, call: Call): Promise<bigint> => {
    await timeline.block(time, [call]);
    return (await client.getBlock()).gasUsed;
  };
  const pay = (account: Address, number: bigint, amount: bigint) =>
    billing(account, 'pay', [number, amount], amount * UNIT);
  return { config, client, timeline, board, holder, billing, send, pay };
}

/** Readings on the first of a month, as recordReadings packs them; each connection draws its own 150 to 400 kWh a month. */
export function rowsOf(numbers: bigint[], month: number): bigint[] {
  const readAt = BigInt(timeOf(dateOf(month)));
  return numbers.map((number) => {
    const monthlyWh = 150_123n + ((number * 1237n) % 250_000n);
    return number | ((monthlyWh * BigInt(month)) << 64n) | (readAt << 112n);
  });
}

/** Seconds since 1970, some hours into the month that follows so many billed months. */
export function timeIn(month: number, hours: number): number {
  return timeOf(dateOf(month), hours);
}

export function inHundreds<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 100) }, (_, i) => items.slice(i * 100, (i + 1) * 100));
}

function dateOf(month: number): string {
  return shiftMonths(FIRST, month);
}
