import { type Address, zeroAddress } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Own registers in Wh, the time in seconds. */
export interface Exchange {
  finalRegister: bigint;
  newRegister: bigint;
  readAt: number;
  /** The new meter's, where it signs its readings. */
  key: Address | null;
}

/** Puts another meter in. */
export function exchangeMeter(connection: bigint, { finalRegister, newRegister, readAt, key }: Exchange): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'exchangeMeter',
    args: [connection, Number(finalRegister), Number(newRegister), readAt, key ?? zeroAddress],
    describe: { key: 'manage.describeExchange', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
