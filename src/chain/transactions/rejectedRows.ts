import { decodeEventLog, type TransactionReceipt } from 'viem';
import type { Words } from '../../messages/words.ts';
import { electricityBillingAbi } from '../abi.gen.ts';
import { explainRevert } from '../errors/contract.ts';

export interface RejectedRow {
  connection: bigint;
  /** What was refused: the reading, or the bill of a reading that was taken. */
  what: 'reading' | 'bill';
  problem: Words;
}

/** The rows that a batch skipped, in their order, each with the reason. */
export function rejectedRows({ logs }: Pick<TransactionReceipt, 'logs'>): RejectedRow[] {
  return logs.flatMap(({ data, topics }) => {
    const event = decode(data, topics);
    if (event?.eventName !== 'ReadingRejected' && event?.eventName !== 'BillRejected') return [];
    const { connection, reason } = event.args;
    return [
      { connection, what: event.eventName === 'ReadingRejected' ? 'reading' : 'bill', problem: explainRevert(reason) },
    ];
  });
}

function decode(data: `0x${string}`, topics: TransactionReceipt['logs'][number]['topics']) {
  try {
    return decodeEventLog({ abi: electricityBillingAbi, data, topics });
  } catch {
    return null;
  }
}
