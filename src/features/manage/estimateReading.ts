import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Puts in an estimate on the meter's own register, Wh. */
export function estimateReading(connection: bigint, own: bigint, readAt: number): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'estimateReading',
    args: [connection, Number(own), readAt],
    describe: {
      key: 'manage.describeEstimate',
      values: { connection: String(connection), register: quantity('energy', own) },
    },
    subject: `connection:${connection}`,
  };
}
