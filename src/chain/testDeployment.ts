import type { Address } from 'viem';
import { deployDemo } from '../../script/demo/deployDemo.ts';
import { connect } from '../../script/demo/timeline.ts';
import { startAnvil } from '../../script/run/anvil.ts';
import { unusedPort } from '../../script/run/ports.ts';
import { openDeployment } from './start.ts';
import { type Call, callOf, type WriteRequest } from './transactions/request.ts';

/** For tests: a chain of their own with the contracts, without any connection or tariff. */
export async function startDeployment() {
  const memory = new Map<string, string>();
  globalThis.localStorage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
    removeItem: (key: string) => memory.delete(key),
  } as unknown as Storage;
  const anvil = await startAnvil(await unusedPort());
  const config = await deployDemo(anvil.rpcUrl);
  const node = connect(anvil.rpcUrl);
  const [admin, board, reader, consumer, stranger] = (await node.getAddresses()) as [
    Address,
    Address,
    Address,
    Address,
    Address,
  ];
  const deployment = await openDeployment(config);
  const call = (request: Omit<WriteRequest, 'describe'>) => callOf(deployment, request as WriteRequest);
  const send = (from: Address, { to, data, value }: Call) =>
    node.sendTransaction({ account: from, to, data, value, gas: 5_000_000n, chain: null });
  /** Sends and waits until it is mined. @throws Error when it reverted. */
  const run = async (from: Address, sent: Call) => {
    const receipt = await node.waitForTransactionReceipt({ hash: await send(from, sent), pollingInterval: 50 });
    if (receipt.status !== 'success') throw new Error('It reverted');
    return receipt;
  };
  return { anvil, node, deployment, admin, board, reader, consumer, stranger, call, send, run };
}

export type TestDeployment = Awaited<ReturnType<typeof startDeployment>>;
