import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Ends a dispute in the holder's favour. @param credit millionths of the currency */
export function upholdDispute(connection: bigint, credit: bigint, reason: string): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'upholdDispute',
    args: [connection, credit, reason],
    describe: {
      key: 'cases.describeUphold',
      values: { connection: String(connection), amount: quantity('money', credit) },
    },
    subject: `connection:${connection}`,
  };
}
