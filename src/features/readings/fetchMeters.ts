import type { Deployment } from '../../chain/deployment.ts';
import type { ReadingEntry } from '../../chain/history/entries.ts';
import { lastRead } from '../../chain/history/lastRead.ts';
import { walk } from '../../chain/history/walk.ts';
import { inGroups } from '../../chain/inGroups.ts';
import { fetchConnectionsByNumber } from '../../chain/reads/connections.ts';
import { meterStateOf } from '../../chain/reads/meterState.ts';
import { fetchStandings, type Standing } from '../../chain/reads/standing.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { type Line, type Meter, type Meters, readingKey } from './checkRows.ts';
import { ownReadings } from './ownReadings.ts';

/** Connections whose histories are walked at the same time. */
const groupSize = 200;

/** What the chain has of the connections that some readings are of. */
export async function fetchMeters(
  deployment: Deployment,
  readings: readonly Pick<Line, 'connection' | 'readAt'>[],
): Promise<Meters> {
  const oldest = new Map<bigint, number>();
  for (const { connection, readAt } of readings) {
    oldest.set(connection, Math.min(readAt, oldest.get(connection) ?? readAt));
  }
  const connections = await fetchWhole(deployment, [...oldest.keys()]);
  const found = await inGroups(connections, groupSize, (connection) =>
    fetchMeter(deployment, connection, oldest.get(connection.number) ?? connection.readAt),
  );
  return {
    byNumber: new Map(connections.map(({ number }, index) => [number, found[index]?.meter as Meter])),
    recorded: new Set(found.flatMap(({ keys }) => keys)),
  };
}

async function fetchWhole(deployment: Deployment, numbers: readonly bigint[]): Promise<WholeConnection[]> {
  const connections = await fetchConnectionsByNumber(deployment, numbers);
  const standings = await fetchStandings(
    deployment,
    connections.map(({ number }) => number),
  );
  return connections.map((connection, index) => ({ ...connection, ...(standings[index] as Standing) }));
}

/** Only the history knows what was read before an estimate, and whether an older reading is recorded already. Most need neither. */
async function fetchMeter(
  deployment: Deployment,
  connection: WholeConnection,
  since: number,
): Promise<{ meter: Meter; keys: string[] }> {
  const { number, readingBlock, registerOffset, readAt, isEstimated, category, billedDay } = connection;
  const entries: ReadingEntry[] = [];
  if (isEstimated || since < readAt) {
    for await (const some of walk(deployment, 'readings', number, readingBlock)) {
      entries.push(...some);
      if (lastRead(entries) && some.some((entry) => 'readAt' in entry && entry.readAt <= since)) break;
    }
  }
  const keys = ownReadings(registerOffset)(entries).map(({ own, readAt }) =>
    readingKey({ connection: number, register: own, readAt }),
  );
  return { meter: { ...meterStateOf(connection, lastRead(entries)), category, billedDay }, keys };
}
