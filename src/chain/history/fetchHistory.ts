import { cached, keep } from '../cache.ts';
import type { Deployment } from '../deployment.ts';
import { type Histories, walk } from './walk.ts';

/**
 * A connection's whole history, newest first: from the chain down to what an earlier visit kept, then that.
 * @param confirmed Blocks up to this one are final; only their entries are kept.
 * @param onProgress Called with what was found so far.
 */
export async function fetchHistory<H extends keyof Histories>(
  deployment: Deployment,
  history: H,
  connection: bigint,
  head: bigint,
  confirmed: bigint,
  onProgress: (entries: Histories[H][]) => void,
): Promise<Histories[H][]> {
  const key = `${deployment.id}.${history}.${connection}`;
  const known = (await cached<Histories[H][]>(key)) ?? [];
  const found: Histories[H][] = [];
  for await (const entries of walk(deployment, history, connection, head, known[0]?.block)) {
    found.push(...entries);
    onProgress([...found]);
  }
  const whole = [...found, ...known];
  await keep(
    key,
    whole.filter((entry) => entry.block <= confirmed),
  );
  return whole;
}
