import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Ends a dispute against the holder. */
export function rejectDispute(connection: bigint, reason: string): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'rejectDispute',
    args: [connection, reason],
    describe: { key: 'cases.describeReject', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
