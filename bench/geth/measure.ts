import { execFileSync } from 'node:child_process';
import { pathsIn } from '../../script/geth/folder.ts';
import { headOf, waitForBlock } from '../../script/geth/network.ts';
import { type Place, resetNode, startNode, stopNode } from '../../script/geth/node.ts';
import type { Network } from '../../test-geth/world/network.ts';
import { type Load, load } from './load.ts';
import type { World } from './world.ts';

const DAY = 86_400;
const SYNC_WITHIN_MS = 1_800_000;

export type Figures = { readings: Load; bills: Load; bytesPerBill: number };

/** Reads every meter once and bills it. */
export async function measureBilling({ network, numbers }: World): Promise<Figures> {
  const { board } = network.accounts;
  const readAt = BigInt(Math.floor(Date.now() / 1000) - DAY);
  // 150 to 400 kWh, each connection its own.
  const rows = numbers.map((number) => number | ((150_123n + ((number * 1237n) % 250_000n)) << 64n) | (readAt << 112n));
  const readings = await load(network, board, 'recordReadings', 'ReadingRecorded', rows);
  const before = databaseBytes(network);
  const bills = await load(network, board, 'issueBills', 'BillIssued', numbers);
  return { readings, bills, bytesPerBill: (databaseBytes(network) - before) / numbers.length };
}

/** Seconds in which the RPC node, its chain taken away, has copied it all from its peers. */
export async function measureSync({ place }: Network): Promise<number> {
  const [rpc] = place.description.rpcNodes;
  if (!rpc) throw new Error('The network has no RPC node.');
  await stopNode(place, rpc.name);
  await resetNode(place, rpc.name);
  const goal = await headOf(pathsIn(place.folder).ipc(firstSealer(place)));
  const start = performance.now();
  await startNode(place, rpc);
  await waitForBlock(place, rpc.name, goal.number, SYNC_WITHIN_MS);
  return (performance.now() - start) / 1000;
}

/** Of a sealer, which keeps every block's state. */
function databaseBytes({ place }: Network): number {
  const folder = `${pathsIn(place.folder).node(firstSealer(place))}/geth`;
  return Number(execFileSync('du', ['-sb', folder], { encoding: 'utf8' }).split('\t')[0]);
}

function firstSealer({ description }: Place): string {
  return description.sealers[0]?.name ?? '';
}
