import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { billableOf } from '../../domain/billable.ts';

/** Days [fromDay, toDay) and Wh that were read and not billed, or billed on estimates only; null where there are none. */
export function unbilled(
  connection: WholeConnection,
  utcOffset: number,
): { fromDay: number; toDay: number; energy: bigint } | null {
  // A first bill waits for no period to be over.
  const billable = billableOf({ ...connection, bills: 0 }, utcOffset);
  return billable.isReady ? billable : null;
}
