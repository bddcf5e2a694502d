import { type Address, zeroAddress } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';

/** Offers a connection to another wallet. */
export function offerHandover(connection: bigint, to: Address): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'offerHandover',
    args: [connection, to],
    describe: { key: 'connection.describeOffer', values: { connection: String(connection) } },
    subject: `connection:${connection}`,
  };
}

/** Takes the offer back. */
export function withdrawOffer(connection: bigint): WriteRequest {
  return {
    ...offerHandover(connection, zeroAddress),
    describe: { key: 'connection.describeWithdrawal', values: { connection: String(connection) } },
  };
}
