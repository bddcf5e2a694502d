import { setTimeout as sleep } from 'node:timers/promises';
import { openFolder, pathsIn } from './folder.ts';
import { statusOf } from './network.ts';
import type { Place } from './node.ts';
import { lastComplaint } from './process.ts';
import { breakTie } from './tie.ts';

/** Blocks that may fail to come before somebody looks why. */
const PATIENCE_BLOCKS = 4;

/** Says when a node ends or the chain stands still, and gets Clique out of a tie. Never ends. */
export async function watch(place: Place): Promise<never> {
  const silent = new Set<string>();
  let head = 0;
  let movedAt = Date.now();
  for (;;) {
    await sleep(place.description.blockSeconds * 1000);
    // Sealers may have been added or removed by another terminal.
    const current = { ...place, description: openFolder(place.folder) };
    const statuses = await statusOf(current);
    for (const { node, head } of statuses) {
      if (node === current.description.bootnode || Boolean(head) !== silent.has(node.name)) continue;
      if (head) silent.delete(node.name);
      else silent.add(node.name);
      const complaint = head ? undefined : lastComplaint(pathsIn(place.folder).log(node.name), 0);
      console.log(head ? `${node.name} answers again.` : `${node.name} does not answer. ${complaint ?? ''}`.trim());
    }
    const newest = Math.max(...statuses.map((status) => status.head?.number ?? 0));
    if (newest > head) movedAt = Date.now();
    head = Math.max(newest, head);
    if (Date.now() - movedAt < PATIENCE_BLOCKS * current.description.blockSeconds * 1000) continue;
    const gaveWay = await breakTie(current).catch(() => []);
    movedAt = Date.now();
    console.log(
      gaveWay.length > 0
        ? `The sealers stood in a tie at block ${head}: ${gaveWay.join(', ')} went back one.`
        : `The chain stands still at block ${head}: more than half of the sealers must run.`,
    );
  }
}
