import { agreementWords } from '../../messages/agreementWords.ts';
import type { WriteRequest } from '../transactions/request.ts';

/** Proposes how often the connection is billed. */
export function proposeAgreement(connection: bigint, agreement: number): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'proposeAgreement',
    args: [connection, agreement],
    describe: {
      key: 'manage.describeProposeAgreement',
      values: { connection: String(connection), agreement: agreementWords(agreement) },
    },
    subject: `connection:${connection}`,
  };
}
