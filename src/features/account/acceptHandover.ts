import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Takes over a connection that was offered to this wallet. */
export function acceptHandover(connection: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'acceptHandover',
    args: [connection],
    describe: { key: 'connection.describeAcceptance', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
