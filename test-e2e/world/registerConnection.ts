import { readFile } from 'node:fs/promises';
import type { Chain } from './chain.ts';

/** Category of the flat tariff, which the demonstration doesn't have. */
const FLAT = 9;

/** Registers a connection of the newcomer's, monthly unless agreed otherwise, 5 kW, at 5 a unit. @param register Wh */
export async function registerConnection(
  chain: Chain,
  { number, register, agreement = 513 }: { number: bigint; register: number; agreement?: number },
): Promise<void> {
  await chain.publish(FLAT, await readFile(new URL('../../tariffs/flat-5.json', import.meta.url), 'utf8'));
  const { timestamp } = await chain.node.getBlock();
  const connection = {
    number,
    holder: chain.accounts.newcomer,
    category: FLAT,
    loadW: 5000,
    agreement,
    register,
    readAt: Number(timestamp),
  };
  await chain.write(chain.accounts.board, 'electricityBilling', 'register', [connection]);
}
