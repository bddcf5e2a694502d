import { existsSync } from 'node:fs';
import {
  type Address,
  bytesToHex,
  createPublicClient,
  createWalletClient,
  type Hex,
  http,
  isAddress,
  isHex,
  parseAbi,
  size,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { isoDateOfDay } from '../../src/domain/calendar.ts';
import { encodeTariff } from '../../src/domain/tariff/encode.ts';
import type { Tariff } from '../../src/domain/tariff/model.ts';
import { readDay } from '../../src/domain/tariff/parseUsage.ts';
import { throwRefusal } from './refusal.ts';

export type Place = {
  category?: string | undefined;
  book?: string | undefined;
  'rpc-url'?: string | undefined;
  from?: string | undefined;
  unlocked?: string | undefined;
};

/** What of ITariffBook is needed here; the errors are those that a publication can end with. */
const abi = parseAbi([
  'function publish(uint16 category, uint16 startDay, bytes program) returns (uint16)',
  'function earliestStartDay() view returns (uint16)',
  'error CategoryIsZero()',
  'error StartsTooSoon(uint16 startDay, uint16 earliestDay)',
  'error StartsBeforeLastVersion(uint16 startDay, uint16 lastStartDay)',
  'error WrongCurrency(bytes3 given, bytes3 expected)',
  'error BadProgram(uint256 offset, uint8 flaw)',
  'error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)',
]);

/** Publishes a tariff and says what came of it. @throws Error of one line */
export async function publishTariff(tariff: Tariff, place: Place): Promise<string> {
  const category = readCategory(place.category);
  const address = readAddress('--book', place.book);
  const rpcUrl = place['rpc-url'];
  if (!rpcUrl) throw new Error('--rpc-url is missing; expected the address of a node.');
  const transport = http(rpcUrl, { retryCount: 0 });
  const client = createPublicClient({ transport });
  const account = signer(place.unlocked);
  const earliest = await client.readContract({ address, abi, functionName: 'earliestStartDay' }).catch((error) => {
    throw new Error(`There is no TariffBook at ${address} on ${rpcUrl} (${error.shortMessage}).`);
  });
  const startDay = place.from === undefined ? earliest : readDay(place.from, '--from');
  const args = [category, startDay, bytesToHex(encodeTariff(tariff))] as const;
  const { request, result } = await client
    .simulateContract({ address, abi, functionName: 'publish', args, account })
    .catch(throwRefusal);
  const hash = await createWalletClient({ transport, account }).writeContract({ ...request, chain: null } as never);
  const { status } = await client.waitForTransactionReceipt({ hash });
  if (status !== 'success') throw new Error(`The transaction ${hash} reverted.`);
  return `${tariff.id} is version ${result} of category ${category}, from ${isoDateOfDay(startDay)} on (transaction ${hash}).`;
}

function readCategory(text: string | undefined): number {
  if (text !== undefined && /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535) return Number(text);
  throw new Error(`--category is ${text ? `"${text}"` : 'missing'}; expected a number from 1 to 65535.`);
}

function readAddress(name: string, text: string | undefined): Address {
  if (text !== undefined && isAddress(text)) return text;
  throw new Error(`${name} is ${text ? `"${text}"` : 'missing'}; expected an address: 0x and 40 hexadecimal digits.`);
}

/** An account that the node itself signs for, or a private key from the environment, which is never shown. */
function signer(unlocked: string | undefined) {
  if (unlocked !== undefined) return readAddress('--unlocked', unlocked);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const key = process.env.TARIFF_OFFICER_PRIVATE_KEY as Hex | undefined;
  if (!key || !isHex(key) || size(key) !== 32) {
    const state = key ? 'is not a private key: 0x and 64 hexadecimal digits' : 'is missing';
    throw new Error(`TARIFF_OFFICER_PRIVATE_KEY ${state}. (A node that signs by itself: --unlocked ADDRESS.)`);
  }
  return privateKeyToAccount(key);
}
