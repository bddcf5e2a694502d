import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Credits a consumer with money that a bill should not have asked for. @param amount Millionths of the currency. */
export function issueCreditNote(connection: bigint, bill: number, amount: bigint, reason: string): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'issueCreditNote',
    args: [connection, bill, amount, reason],
    describe: {
      key: 'bill.describeCreditNote',
      values: { amount: quantity('money', amount), bill: String(bill), connection: String(connection) },
    },
    subject: `connection:${connection}`,
  };
}
