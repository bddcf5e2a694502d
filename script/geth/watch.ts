import { setTimeout as sleep } from 'node:timers/promises';
import { openFolder, pathsIn } from './folder.ts';
import { statusOf } from './network.ts';
import type { Place } from './node.ts';
import { lastComplaint, lengthOf } from './process.ts';
import { breakTie } from './tie.ts';

/** Blocks that may fail to come before somebody looks why. */
const PATIENCE_BLOCKS = 4;

/** Says when a node ends or the chain stands still, and gets Clique out of a tie. Never ends. */
export async function watch(place: Place): Promise<never> {
  const silent = new Set<string>();
  // How long each node's log was when it answered last: what it complained of since is why it doesn't any more.
  const read = new Map<string, number>();
  let newest = 0;
  let movedAt = Date.now();
  for (;;) {
    await sleep(place.description.blockSeconds * 1000);
    // Sealers may have been added or removed by another terminal.
    const current = { ...place, description: openFolder(place.folder) };
    const statuses = await statusOf(current);
    for (const { node, head } of statuses) {
      if (node === current.description.bootnode) continue;
      const log = pathsIn(place.folder).log(node.name);
      if (head && silent.delete(node.name)) console.log(`${node.name} answers again.`);
      if (!head && !silent.has(node.name)) {
        silent.add(node.name);
        console.log(`${node.name} does not answer. ${lastComplaint(log, read.get(node.name) ?? 0) ?? ''}`.trim());
      }
      if (head) read.set(node.name, lengthOf(log));
    }
    const before = newest;
    newest = Math.max(newest, ...statuses.map(({ head }) => head?.number ?? 0));
    if (newest > before) movedAt = Date.now();
    if (Date.now() - movedAt < PATIENCE_BLOCKS * current.description.blockSeconds * 1000) continue;
    const gaveWay = await breakTie(current).catch(() => []);
    movedAt = Date.now();
    console.log(
      gaveWay.length > 0
        ? `The sealers stood in a tie at block ${newest}: ${gaveWay.join(', ')} went back one.`
        : `The chain stands still at block ${newest}: more than half of the sealers must run.`,
    );
  }
}
