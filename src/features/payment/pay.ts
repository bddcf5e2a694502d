import type { WriteRequest } from '../../chain/transactions/request.ts';
import { type AssetUnits, toAssetUnits } from '../../domain/assetUnits.ts';
import { quantity } from '../../messages/words.ts';

/**
 * Pays for a connection.
 * @param amount Millionths of the currency.
 */
export function pay(connection: bigint, amount: bigint, units: AssetUnits): WriteRequest {
  const values = { amount: quantity('money', amount), connection: String(connection) };
  const about = {
    contract: 'electricityBilling',
    value: toAssetUnits(amount, units),
    describe: { key: 'payment.describe', values },
    subject: `connection:${connection}`,
  } as const;
  return {
    ...about,
    functionName: 'pay',
    args: [connection, amount],
    withPermit: ({ deadline, v, r, s }) => ({
      ...about,
      functionName: 'payWithPermit',
      args: [connection, amount, deadline, v, r, s],
    }),
  };
}
