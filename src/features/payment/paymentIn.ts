import { parseEventLogs, type TransactionReceipt } from 'viem';
import { electricityBillingAbi } from '../../chain/abi.gen.ts';

/** A payment as a transaction left it on the chain. Its receipt is known by where it stands. */
interface MadePayment {
  block: bigint;
  logIndex: number;
  /** Millionths of the currency. */
  amount: bigint;
}

/** The payment that a transaction made for a connection; null when it made none. */
export function paymentIn({ logs }: Pick<TransactionReceipt, 'logs'>, connection: bigint): MadePayment | null {
  const payments = parseEventLogs({ abi: electricityBillingAbi, logs, eventName: 'PaymentReceived' });
  const log = payments.find(({ args }) => args.connection === connection);
  return log ? { block: log.blockNumber, logIndex: log.logIndex, amount: log.args.amount } : null;
}
