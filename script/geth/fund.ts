import { type Address, createWalletClient, http, isAddress, parseEther, publicActions } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { rpcUrlsOf } from './contracts.ts';
import type { Description } from './description.ts';
import { accountKey } from './folder.ts';

/** Has the bank send whole coins to an account, and waits for the block. @throws Error of one line. */
export async function fund(
  { folder, description }: { folder: string; description: Description },
  to: string | undefined,
  coins: string | undefined,
): Promise<void> {
  if (!to || !isAddress(to)) throw new Error(`The account is "${to ?? ''}"; it must be 0x and 40 hexadecimal digits.`);
  if (!coins || !/^[1-9]\d{0,14}$/.test(coins))
    throw new Error(`The amount is "${coins ?? ''}"; it must be whole coins, up to 15 digits.`);
  const account = privateKeyToAccount(accountKey(folder, 'bank'));
  const client = createWalletClient({ account, transport: http(rpcUrlsOf(description)[0]) }).extend(publicActions);
  const hash = await client.sendTransaction({ to: to as Address, value: parseEther(coins), chain: null });
  await client.waitForTransactionReceipt({ hash, pollingInterval: 500 });
}
