import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/**
 * Pays for a connection.
 * @param amount Millionths of the currency.
 * @param unit The coin's own units in a millionth.
 */
export function pay(connection: bigint, amount: bigint, unit: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'pay',
    args: [connection, amount],
    value: amount * unit,
    describe: {
      key: 'payment.describe',
      values: { amount: quantity('money', amount), connection: String(connection) },
    },
    subject: `connection:${connection}`,
  };
}
