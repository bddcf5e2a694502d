import { useQuery } from '@tanstack/react-query';
import { type Deployment, useDeployment } from '../../chain/deployment.ts';
import { walk } from '../../chain/history/walk.ts';
import { inGroups } from '../../chain/inGroups.ts';
import { type Connection, fetchConnectionsByNumber } from '../../chain/reads/connections.ts';
import { type Line, type Meters, readingKey } from './checkRows.ts';

/** Connections whose histories are walked at the same time. */
const groupSize = 200;

/**
 * What the chain has of the connections in a file. It is not followed block by block: `refetch` after something was sent.
 * @param key Another one for each file and each reading of its columns.
 */
export function useMeters(key: readonly unknown[], lines: readonly Line[]) {
  const deployment = useDeployment();
  return useQuery({
    queryKey: ['readings', 'meters', ...key],
    queryFn: () => fetchMeters(deployment, lines),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

async function fetchMeters(deployment: Deployment, lines: readonly Line[]): Promise<Meters> {
  const numbers = [...new Set(lines.map(({ connection }) => connection))];
  const connections = await fetchConnectionsByNumber(deployment, numbers);
  const byNumber = new Map(connections.map((connection) => [connection.number, connection]));
  // Whether an older reading is recorded already, only the connection's history knows.
  const oldest = new Map<Connection, number>();
  for (const { connection: number, readAt } of lines) {
    const connection = byNumber.get(number);
    if (connection && readAt < connection.readAt) {
      oldest.set(connection, Math.min(readAt, oldest.get(connection) ?? readAt));
    }
  }
  const keys = await inGroups([...oldest], groupSize, ([connection, since]) =>
    readingsSince(deployment, connection, since),
  );
  return { byNumber, recorded: new Set(keys.flat()) };
}

async function readingsSince(deployment: Deployment, connection: Connection, since: number): Promise<string[]> {
  const { number, readingBlock } = connection;
  const keys: string[] = [];
  for await (const entries of walk(deployment, 'readings', number, readingBlock)) {
    for (const { register, readAt } of entries) keys.push(readingKey({ connection: number, register, readAt }));
    if (entries.some(({ readAt }) => readAt <= since)) break;
  }
  return keys;
}
