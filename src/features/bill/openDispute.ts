import type { Hash } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Disputes a bill. @param amount what of it is contested, millionths of the currency @param reason hash of the text */
export function openDispute(connection: bigint, bill: number, amount: bigint, reason: Hash): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'openDispute',
    args: [connection, bill, amount, reason],
    describe: {
      key: 'life.describeDispute',
      values: { amount: quantity('money', amount), bill: String(bill), connection: String(connection) },
    },
    subject: `connection:${connection}`,
  };
}
