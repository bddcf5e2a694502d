import { parseEventLogs, type TransactionReceipt } from 'viem';
import { electricityBillingAbi } from '../../chain/abi.gen.ts';

/** Where on the chain a transaction left its payment for a connection: that is what the receipt is known by. Null when it made none. */
export function placeOf(
  { logs }: Pick<TransactionReceipt, 'logs'>,
  connection: bigint,
): { block: bigint; logIndex: number } | null {
  const payments = parseEventLogs({ abi: electricityBillingAbi, logs, eventName: 'PaymentReceived' });
  const log = payments.find(({ args }) => args.connection === connection);
  return log ? { block: log.blockNumber, logIndex: log.logIndex } : null;
}
