import { setTimeout as sleep } from 'node:timers/promises';
import { createPublicClient, http } from 'viem';
import { startChild } from './child.ts';
import { foundryProgram } from './foundry.ts';

/** Chain id of the local chain. Never 1337 or 31337: wallets mix those up. */
export const LOCAL_CHAIN_ID = 14330;

export type Anvil = {
  rpcUrl: string;
  /** Resolves when the chain has ended, by itself or by `stop`. */
  ended: Promise<unknown>;
  /** Ends the chain, and waits until it is gone. */
  stop(): Promise<void>;
};

const READY_WITHIN_MS = 15_000;

/**
 * Starts a local chain on 127.0.0.1 and waits until it answers.
 * @param port Must be free.
 * @param genesisTime Where the chain's own clock starts, in seconds since 1970; now if not given.
 * @param isLong For a chain of very many blocks: without the state of past ones, and by London's rules, since later ones write to
 * storage in each block. Anvil becomes slower with every block otherwise.
 * @throws Error with what Anvil said when it doesn't start.
 */
export async function startAnvil(port: number, genesisTime?: number, isLong = false): Promise<Anvil> {
  const options = {
    host: '127.0.0.1',
    port,
    'chain-id': LOCAL_CHAIN_ID,
    accounts: 30,
    balance: 1_000_000,
    order: 'fifo',
    ...(genesisTime !== undefined && { timestamp: genesisTime }),
    ...(isLong && { hardfork: 'london' }),
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const flags = isLong ? ['--silent', '--prune-history'] : ['--silent'];
  const { ended, kill } = startChild(foundryProgram('anvil'), [...flags, ...args]);
  let running = true;
  ended.then(() => (running = false));

  const rpcUrl = `http://127.0.0.1:${port}`;
  if (!(await answers(rpcUrl, () => running))) {
    kill();
    const { complaints } = await ended;
    throw new Error(`The chain did not start on port ${port}: ${complaints.trim() || 'it does not answer'}`);
  }
  const stop = async () => {
    kill();
    await ended;
  };
  return { rpcUrl, ended, stop };
}

async function answers(rpcUrl: string, running: () => boolean): Promise<boolean> {
  const client = createPublicClient({ transport: http(rpcUrl, { retryCount: 0 }) });
  for (const end = Date.now() + READY_WITHIN_MS; running() && Date.now() < end; await sleep(50)) {
    if ((await client.getChainId().catch(() => 0)) === LOCAL_CHAIN_ID) return true;
  }
  return false;
}
