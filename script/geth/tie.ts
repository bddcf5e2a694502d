import { numberToHex } from 'viem';
import { pathsIn } from './folder.ts';
import { ask } from './ipc.ts';
import { headOf } from './network.ts';
import { isRunning, type Place } from './node.ts';

/**
 * Clique can stop in a tie: two sealers have sealed a block of the same height at the same moment, both out of their turn, and whoever could seal the next one
 * is away. Neither of them may seal again so soon, and neither branch is the heavier one. Then one branch has to give way: every sealer whose head has not the
 * lowest hash goes back a block, and takes the other's. Its transactions return to the pool.
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
  for (const { name, number } of others)
    await ask(pathsIn(place.folder).ipc(name), 'debug_setHead', [numberToHex(number - 1)]);
  return others.map(({ name }) => name);
}
