import { parseEventLogs, type TransactionReceipt } from 'viem';
import { electricityBillingAbi } from '../abi.gen.ts';

/** A payment as a transaction left it on the chain. Its receipt is known by where it stands. */
export interface ReceivedPayment {
  connection: bigint;
  payer: string;
  /** Millionths of the currency. */
  amount: bigint;
  block: bigint;
  logIndex: number;
}

/** The payments that a transaction made, in their order. */
export function receivedPayments({ logs }: Pick<TransactionReceipt, 'logs'>): ReceivedPayment[] {
  const events = parseEventLogs({ abi: electricityBillingAbi, logs, eventName: 'PaymentReceived' });
  return events.map(({ args: { connection, payer, amount }, blockNumber: block, logIndex }) => ({
    connection,
    payer,
    amount,
    block,
    logIndex,
  }));
}
