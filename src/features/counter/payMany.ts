import type { WriteRequest } from '../../chain/transactions/request.ts';
import { type AssetUnits, toAssetUnits } from '../../domain/assetUnits.ts';
import { quantity } from '../../messages/words.ts';

/** The transactions of a counter are about this, to be found again after a reload. */
export const counterSubject = 'counter';

interface Payment {
  connection: bigint;
  /** Millionths of the currency. */
  amount: bigint;
}

/** Pays for several connections at once: all of them, or none. */
export function payMany(payments: readonly Payment[], units: AssetUnits): WriteRequest {
  const sum = payments.reduce((total, { amount }) => total + amount, 0n);
  return {
    contract: 'electricityBilling',
    functionName: 'payMany',
    args: [payments.map(packPayment)],
    value: toAssetUnits(sum, units),
    describe: { key: 'counter.describe', values: { count: payments.length, amount: quantity('money', sum) } },
    subject: counterSubject,
  };
}

/** A row of payMany: connection in bits 0–63, amount in bits 64–127. */
function packPayment({ connection, amount }: Payment): bigint {
  return connection | (amount << 64n);
}
