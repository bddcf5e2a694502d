import type { WriteRequest } from '../transactions/request.ts';

/** Proposes to pay the arrears in instalments. @param interval days between them */
export function proposePlan(connection: bigint, parts: number, interval: number): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'proposePlan',
    args: [connection, parts, interval],
    describe: { key: 'manage.describeProposePlan', values: { connection: String(connection), parts } },
    subject: `connection:${connection}`,
  };
}
