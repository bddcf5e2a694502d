import type { WriteRequest } from '../../chain/transactions/request.ts';

/** The transactions of a collection are about this, to be found again after a reload. */
export const collectionSubject = 'collection';

/** Moves what these connections have earned the board to its balance. */
export function collect(connections: readonly { number: bigint }[]): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'collect',
    args: [connections.map(({ number }) => number)],
    describe: { key: 'money.describeCollection', values: { count: connections.length } },
    subject: collectionSubject,
  };
}
