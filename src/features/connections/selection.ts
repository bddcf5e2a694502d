import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { billableOf } from '../../domain/billable.ts';
import { unreadSince } from '../../domain/unread.ts';
import type { ConnectionSelection } from '../../paths.ts';

export interface Selection {
  /** A part of the consumer number or of the holder's address. */
  text: string;
  category: number | null;
  show: ConnectionSelection;
  order: 'number' | 'balance' | 'reading';
}

interface Circumstances {
  /** The chain's time, seconds. */
  time: number;
  utcOffset: number;
  /** What is overdue of each connection; null while that is not known. */
  overdue: ReadonlyMap<bigint, bigint> | null;
}

/** The connections that a selection is about, in its order. */
export function selectConnections(
  connections: readonly WholeConnection[],
  { text, category, show, order }: Selection,
  circumstances: Circumstances,
): WholeConnection[] {
  const wanted = text.trim().toLowerCase();
  return connections
    .filter(
      (connection) =>
        (category === null || connection.category === category) &&
        (String(connection.number).includes(wanted) || connection.holder.toLowerCase().includes(wanted)) &&
        isShown(connection, show, circumstances),
    )
    .sort(orders[order]);
}

function isShown(connection: WholeConnection, show: ConnectionSelection, { time, utcOffset, overdue }: Circumstances) {
  const { number, charged, credited, readAt, offeredTo, isClosed } = connection;
  switch (show) {
    case 'all':
      return true;
    case 'arrears':
      return charged > credited;
    case 'overdue':
      return overdue?.has(number) ?? false;
    case 'advance':
      return charged < credited;
    case 'unread':
      return !isClosed && readAt < unreadSince(time);
    case 'ready':
      return !isClosed && billableOf(connection, utcOffset).isReady;
    case 'offered':
      return offeredTo !== null;
    case 'closed':
      return isClosed;
  }
}

const orders: Record<Selection['order'], (a: WholeConnection, b: WholeConnection) => number> = {
  number: (a, b) => compare(a.number, b.number),
  balance: (a, b) => compare(b.charged - b.credited, a.charged - a.credited),
  reading: (a, b) => a.readAt - b.readAt,
};

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
