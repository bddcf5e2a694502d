import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { numberToHex } from 'viem';
import { pathsIn } from './folder.ts';
import { ask } from './ipc.ts';
import { headOf } from './network.ts';
import { isRunning, type Place } from './node.ts';

/**
 * Clique can stop in a tie: two sealers have sealed a block of the same height at the same moment, both out of their turn, and whoever could seal the next one
 * is away. Neither of them may seal again so soon, and neither branch is the heavier one. Then one branch has to give way: every sealer whose head has not the
 * lowest hash goes back a block, and takes that one's. Its transactions return to the pool.
 * @returns The names of the sealers that went back; none where it is no tie.
 */
export async function breakTie(place: Pick<Place, 'folder' | 'description'>): Promise<string[]> {
  const running = place.description.sealers.filter(({ name }) => isRunning(place, name));
  const heads = await Promise.all(
    running.map(async ({ name }) => ({ name, ...(await headOf(pathsIn(place.folder).ipc(name))) })),
  );
  const [lowest] = heads.toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
  if (!lowest || heads.some(({ number }) => number !== lowest.number)) return [];
  const others = heads.filter(({ hash }) => hash !== lowest.hash);
  if (others.length === 0) return [];
  const block = join(place.folder, 'tie.rlp');
  rmSync(block, { force: true });
  await ask(pathsIn(place.folder).ipc(lowest.name), 'admin_exportChain', [block, lowest.number, lowest.number]);
  for (const { name } of others) await giveWay(pathsIn(place.folder).ipc(name), block, lowest.number);
  rmSync(block);
  return others.map(({ name }) => name);
}

/** By hand: a node looks for its peers' blocks when they have news, and nobody has any. */
async function giveWay(ipc: string, block: string, number: number): Promise<void> {
  // Else it would seal the same height at once again.
  await ask(ipc, 'miner_stop');
  try {
    await ask(ipc, 'debug_setHead', [numberToHex(number - 1)]);
    await ask(ipc, 'admin_importChain', [block]);
  } finally {
    await ask(ipc, 'miner_start');
  }
}
