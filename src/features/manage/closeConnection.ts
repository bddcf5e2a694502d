import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Closes a connection for good. */
export function closeConnection(connection: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'closeConnection',
    args: [connection],
    describe: { key: 'manage.describeClose', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
