import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Pays an advance back to the holder's wallet. @param amount Millionths of the currency. */
export function refundAdvance(connection: bigint, amount: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'refundAdvance',
    args: [connection, amount],
    describe: {
      key: 'connection.describeRefund',
      values: { amount: quantity('money', amount), connection: String(connection) },
    },
    subject: `connection:${connection}`,
  };
}
