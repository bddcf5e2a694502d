import type { WriteRequest } from '../transactions/request.ts';

/** Gives notice of disconnection. */
export function giveNotice(connection: bigint): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'giveNotice',
    args: [connection],
    describe: { key: 'manage.describeNotice', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}
