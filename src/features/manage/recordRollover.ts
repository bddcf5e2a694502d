import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Records the first reading after the meter began again at zero; Wh. */
export function recordRollover(connection: bigint, own: bigint, readAt: number, modulus: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'recordRollover',
    args: [connection, Number(own), readAt, Number(modulus)],
    describe: {
      key: 'manage.describeRollover',
      values: { connection: String(connection), register: quantity('energy', own) },
    },
    subject: `connection:${connection}`,
  };
}
