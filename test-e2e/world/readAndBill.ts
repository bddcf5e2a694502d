import type { Chain } from './chain.ts';

/** Lets days pass, reads a meter that has used so much, and bills it. @returns The bill's number. */
export async function readAndBill(chain: Chain, number: bigint, days: number, wh: number): Promise<number> {
  await chain.passDays(days);
  type Connection = { register: number; bills: number };
  const { register, bills } = await chain.read<Connection>('electricityBilling', 'connection', [number]);
  const { timestamp } = await chain.node.getBlock();
  const row = [number, register + wh, Number(timestamp)];
  await chain.write(chain.accounts['meter-reader'], 'electricityBilling', 'recordReading', row);
  await chain.write(chain.accounts.board, 'electricityBilling', 'issueBill', [number]);
  return bills + 1;
}
