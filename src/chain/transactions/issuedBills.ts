import { parseEventLogs, type TransactionReceipt } from 'viem';
import { electricityBillingAbi } from '../abi.gen.ts';

export interface IssuedBill {
  connection: bigint;
  /** From 1, within the connection. */
  number: number;
  amount: bigint;
  dueDay: number;
}

/** The bills that a transaction issued, in their order. */
export function issuedBills({ logs }: Pick<TransactionReceipt, 'logs'>): IssuedBill[] {
  return parseEventLogs({ abi: electricityBillingAbi, eventName: 'BillIssued', logs }).map(({ args }) => args);
}
