import { type Address, zeroAddress } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Gives the meter the key that it signs with, or takes it away. */
export function setMeterKey(connection: bigint, key: Address | null): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'setMeterKey',
    args: [connection, key ?? zeroAddress],
    describe: {
      key: key ? 'manage.describeSetKey' : 'manage.describeTakeKey',
      values: { connection: String(connection) },
    },
    subject: `connection:${connection}`,
  };
}
