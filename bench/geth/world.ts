import type { Address } from 'viem';
import { DESCRIPTION, readDescription } from '../../script/geth/description.ts';
import { thisHost } from '../../test-geth/world/hosts.ts';
import { Network } from '../../test-geth/world/network.ts';
import { DOMESTIC, makePast } from '../../test-geth/world/past.ts';
import { withConnections } from './connections.ts';

/** The connection that the others are copies of. */
const TEMPLATE = 100_000_000_000n;

export type World = { network: Network; numbers: readonly bigint[] };

/** A network of so many sealers and one RPC node on this machine, with connections that have a month to be billed. */
export async function startWorld(sealers: number, connections: number, pagePort: number): Promise<World> {
  const numbers = Array.from({ length: connections }, (_, i) => TEMPLATE + BigInt(i + 1));
  const past = await makePast({ [DOMESTIC]: 'apdcl-domestic-a-2023.json' }, { number: TEMPLATE, category: DOMESTIC });
  const billing = past.contracts.electricityBilling.toLowerCase() as Address;
  const allocation = past.alloc[billing];
  if (!allocation) throw new Error('The first block has no contract.');
  const alloc = { ...past.alloc, [billing]: withConnections(allocation, TEMPLATE, numbers) };
  const plain = readDescription(DESCRIPTION);
  const description = { ...plain, sealers: plain.sealers.slice(0, sealers), rpcNodes: plain.rpcNodes.slice(0, 1) };
  return { network: await Network.startOn(thisHost, description, { ...past, alloc }, pagePort), numbers };
}
