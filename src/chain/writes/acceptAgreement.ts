import { agreementWords } from '../../messages/agreementWords.ts';
import type { WriteRequest } from '../transactions/request.ts';

/** Accepts the agreement that the other side proposed. */
export function acceptAgreement(connection: bigint, agreement: number): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'acceptAgreement',
    args: [connection, agreement],
    describe: {
      key: 'manage.describeAcceptAgreement',
      values: { connection: String(connection), agreement: agreementWords(agreement) },
    },
    subject: `connection:${connection}`,
  };
}
