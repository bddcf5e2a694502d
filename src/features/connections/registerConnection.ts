import type { WriteRequest } from '../../chain/transactions/request.ts';
import type { Registration } from './registration.ts';

export function registerConnection(registration: Registration): WriteRequest {
  const number = String(registration.number);
  return {
    contract: 'electricityBilling',
    functionName: 'register',
    args: [registration],
    describe: { key: 'connections.describeRegistration', values: { number } },
    subject: `connection:${number}`,
  };
}
