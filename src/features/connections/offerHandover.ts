import { type Address, zeroAddress } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';

/** The board offers a connection, whose holder's wallet is lost, to another wallet. */
export function offerHandover(connection: bigint, to: Address): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'offerHandover',
    args: [connection, to],
    describe: { key: 'connections.describeOffer', values: { number: String(connection) } },
    subject: `connection:${connection}`,
  };
}

/** Takes the offer back. */
export function withdrawOffer(connection: bigint): WriteRequest {
  return {
    ...offerHandover(connection, zeroAddress),
    describe: { key: 'connections.describeWithdrawal', values: { number: String(connection) } },
  };
}
