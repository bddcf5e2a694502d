// Gives an account money on the local chain that `npm start` runs, so that an own wallet can pay there:
//
//   npm run fund -- 0x…
import { createTestClient, http, isAddress, parseEther, publicActions } from 'viem';
import { LOCAL_CHAIN_ID } from './run/anvil.ts';

const AMOUNT = 100_000;

try {
  await fund(process.argv[2] ?? '');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function fund(address: string): Promise<void> {
  if (!isAddress(address)) throw new Error('Usage: npm run fund -- <address>, 0x and 40 hexadecimal digits');
  const rpcUrl = `http://127.0.0.1:${process.env.BIJULI_RPC_PORT ?? 8545}`;
  const transport = http(rpcUrl, { retryCount: 0 });
  const client = createTestClient({ mode: 'anvil', transport }).extend(publicActions);
  const chainId = await client.getChainId().catch(() => undefined);
  if (chainId !== LOCAL_CHAIN_ID) throw new Error(`The local chain doesn't run at ${rpcUrl}: "npm start" starts it.`);
  const balance = await client.getBalance({ address });
  await client.setBalance({ address, value: balance + parseEther(String(AMOUNT)) });
  console.log(`${address} has ${AMOUNT.toLocaleString('en-IN')} INR more.`);
}
