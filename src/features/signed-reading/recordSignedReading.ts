import type { WriteRequest } from '../../chain/transactions/request.ts';
import type { SignedReading } from '../../domain/signedReading.ts';
import { quantity } from '../../messages/words.ts';

/** Brings what a meter signed to the chain. */
export function recordSignedReading({ connection, ownRegister, readAt, signature }: SignedReading): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'recordSignedReading',
    args: [connection, Number(ownRegister), readAt, signature],
    describe: {
      key: 'signed.describe',
      values: { register: quantity('energy', ownRegister), connection: String(connection) },
    },
    subject: `connection:${connection}`,
  };
}
