import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Takes the open dispute of a connection back. */
export function withdrawDispute(connection: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'withdrawDispute',
    args: [connection],
    describe: { key: 'life.describeWithdrawal', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
