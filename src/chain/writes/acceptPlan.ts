import type { WriteRequest } from '../transactions/request.ts';

/** Accepts the instalments that the other side proposed, for the arrears of that moment. */
export function acceptPlan(connection: bigint, parts: number, interval: number): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'acceptPlan',
    args: [connection, parts, interval],
    describe: { key: 'manage.describeAcceptPlan', values: { connection: String(connection), parts } },
    subject: `connection:${connection}`,
  };
}
