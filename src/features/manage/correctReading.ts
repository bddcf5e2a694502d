import type { WriteRequest } from '../../chain/transactions/request.ts';
import { quantity } from '../../messages/words.ts';

/** Corrects the latest reading downwards. @param own what the meter did show, Wh */
export function correctReading(connection: bigint, own: bigint, reason: string): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'correctReading',
    args: [connection, Number(own), reason],
    describe: {
      key: 'manage.describeCorrect',
      values: { connection: String(connection), register: quantity('energy', own) },
    },
    subject: `connection:${connection}`,
  };
}
