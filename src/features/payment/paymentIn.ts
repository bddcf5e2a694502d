import type { TransactionReceipt } from 'viem';
import { type ReceivedPayment, receivedPayments } from '../../chain/transactions/receivedPayments.ts';

/** The payment that a transaction made for a connection; null when it made none. */
export function paymentIn(receipt: Pick<TransactionReceipt, 'logs'>, connection: bigint): ReceivedPayment | null {
  return receivedPayments(receipt).find((payment) => payment.connection === connection) ?? null;
}
