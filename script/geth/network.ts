import { setTimeout as sleep } from 'node:timers/promises';
import { type Address, type Hash, hexToNumber } from 'viem';
import { type NodeDescription, nodesOf } from './description.ts';
import { pathsIn } from './folder.ts';
import { ask } from './ipc.ts';
import { isRunning, type Place, startNode, stopNode } from './node.ts';

/** What a node says of itself; null where it doesn't run or doesn't answer. */
export type NodeStatus = { node: NodeDescription; head: Head | null; peers: number };
export type Head = { number: number; hash: Hash; time: number };

/** Starts the nodes that don't run, the bootnode first. @throws Error of one line that names the node. */
export async function startNodes(place: Place): Promise<void> {
  for (const node of nodesOf(place.description)) await startNode(place, node);
}

export async function stopNodes(place: Pick<Place, 'folder' | 'description'>): Promise<void> {
  await Promise.all(nodesOf(place.description).map(({ name }) => stopNode(place, name)));
}

export async function statusOf(place: Pick<Place, 'folder' | 'description'>): Promise<NodeStatus[]> {
  const { description, folder } = place;
  return Promise.all(
    nodesOf(description).map(async (node) => {
      if (node === description.bootnode || !isRunning(place, node.name)) return { node, head: null, peers: 0 };
      const ipc = pathsIn(folder).ipc(node.name);
      const [head, peers] = await Promise.all([headOf(ipc), ask<`0x${string}`>(ipc, 'net_peerCount')]).catch(
        () => [null, '0x0'] as const,
      );
      return { node, head, peers: hexToNumber(peers) };
    }),
  );
}

/** Waits until a node has so many blocks. @throws Error when it hasn't in time. */
export async function waitForBlock(
  place: Pick<Place, 'folder'>,
  name: string,
  number: number,
  withinMs: number,
): Promise<Head> {
  const ipc = pathsIn(place.folder).ipc(name);
  for (const end = Date.now() + withinMs; ; await sleep(200)) {
    const head = await headOf(ipc).catch(() => null);
    if (head && head.number >= number) return head;
    if (Date.now() > end)
      throw new Error(`${name} has ${head ? `block ${head.number}` : 'no block'}; block ${number} did not come.`);
  }
}

/** The accounts that may seal, by a node's latest block. */
export function sealersBy(place: Pick<Place, 'folder'>, name: string): Promise<Address[]> {
  return ask(pathsIn(place.folder).ipc(name), 'clique_getSigners');
}

export async function headOf(ipc: string): Promise<Head> {
  const block = await ask<{ number: `0x${string}`; hash: Hash; timestamp: `0x${string}` }>(
    ipc,
    'eth_getBlockByNumber',
    ['latest', false],
  );
  return { number: hexToNumber(block.number), hash: block.hash, time: hexToNumber(block.timestamp) };
}
