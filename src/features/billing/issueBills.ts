import type { WriteRequest } from '../../chain/transactions/request.ts';

/** The transactions of a billing run are about this, to be found again after a reload. */
export const billingSubject = 'billing';

/** Bills these connections; those that can't be billed are left out. */
export function issueBills(connections: readonly { number: bigint }[]): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'issueBills',
    args: [connections.map(({ number }) => number)],
    describe: { key: 'billing.describe', values: { count: connections.length } },
    subject: billingSubject,
  };
}
