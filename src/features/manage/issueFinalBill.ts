import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Bills a connection that is offered to another wallet up to its latest reading, whatever the agreed period. */
export function issueFinalBill(connection: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'issueFinalBill',
    args: [connection],
    describe: { key: 'manage.describeFinalBill', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
