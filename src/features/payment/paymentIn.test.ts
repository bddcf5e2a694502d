import { type Address, encodeAbiParameters, encodeEventTopics, type Log } from 'viem';
import { expect, it } from 'vitest';
import { electricityBillingAbi as abi } from '../../chain/abi.gen.ts';
import { paymentIn } from './paymentIn.ts';

const payer: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

function paymentLog(connection: bigint, amount: bigint, logIndex: number) {
  const args = { connection, payer };
  const topics = encodeEventTopics({ abi, eventName: 'PaymentReceived', args });
  const types = [{ type: 'uint64' }, { type: 'uint64' }, { type: 'uint32' }] as const;
  return { topics, data: encodeAbiParameters(types, [amount, amount, 5]), blockNumber: 7n, logIndex } as Log<
    bigint,
    number,
    false
  >;
}

it('is the payment for that connection, whoever else is paid for in the same transaction', () => {
  const logs = [paymentLog(1001n, 2000n, 3), paymentLog(1002n, 500n, 4)];
  expect(paymentIn({ logs }, 1002n)).toMatchObject({ block: 7n, logIndex: 4, amount: 500n });
});

it('is none where the transaction made none', () => {
  expect(paymentIn({ logs: [paymentLog(1001n, 2000n, 3)] }, 1002n)).toBe(null);
  expect(paymentIn({ logs: [] }, 1002n)).toBe(null);
});
