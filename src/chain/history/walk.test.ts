import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainClient } from '../client.ts';
import { fetchConnection } from '../reads/connections.ts';
import { startDeployment, type TestDeployment } from '../testDeployment.ts';
import { publishFlatTariff } from '../testTariff.ts';
import type { MoneyEntry, ReadingEntry } from './entries.ts';
import { HistoryGapError } from './links.ts';
import { type Histories, walk } from './walk.ts';

const number = 1001n;
const rupees = (amount: bigint) => amount * 1_000_000n;

let chain: TestDeployment;

async function history<H extends keyof Histories>(of: H, client = chain.deployment.client): Promise<Histories[H][]> {
  const connection = await fetchConnection(chain.deployment, number);
  const head = (of === 'money' ? connection?.headBlock : connection?.readingBlock) ?? 0n;
  const entries: Histories[H][] = [];
  for await (const found of walk({ ...chain.deployment, client }, of, number, head)) entries.push(...found);
  return entries;
}

/** One connection: registered, read, billed by the day; two payments in one block; one refund. */
beforeAll(async () => {
  chain = await startDeployment();
  const { node, call, send, run, board, reader, consumer, stranger, deployment } = chain;
  const { unit, utcOffset } = deployment.facts;
  const pay = (amount: bigint) =>
    call({ contract: 'electricityBilling', functionName: 'pay', args: [number, amount], value: amount * unit });

  const start = await publishFlatTariff(chain);
  const readAt = start * 86_400 - utcOffset;
  await node.setNextBlockTimestamp({ timestamp: BigInt(readAt) });
  const registration = {
    number,
    holder: consumer,
    category: 1,
    loadW: 5000,
    agreement: 1,
    register: 1_000_000,
    readAt,
  };
  await run(board, call({ contract: 'electricityBilling', functionName: 'register', args: [registration] }));

  const later = readAt + 30 * 86_400;
  await node.setNextBlockTimestamp({ timestamp: BigInt(later) });
  const reading = [number, 1_500_000, later] as const;
  await run(reader, call({ contract: 'electricityBilling', functionName: 'recordReading', args: reading }));
  await run(board, call({ contract: 'electricityBilling', functionName: 'issueBill', args: [number] }));

  await node.setAutomine(false);
  await send(consumer, pay(rupees(2000n)));
  await send(stranger, pay(rupees(600n)));
  await node.mine({ blocks: 1 });
  await node.setAutomine(true);
  const refund = [number, rupees(100n)] as const;
  await run(consumer, call({ contract: 'electricityBilling', functionName: 'refundAdvance', args: refund }));
});

afterAll(() => chain?.anvil.stop());

describe('the money', () => {
  it('comes newest first, down to the registration', async () => {
    const entries = await history('money');
    expect(entries.map(({ type }) => type)).toEqual(['refund', 'payment', 'payment', 'bill', 'span', 'registration']);
    const amounts = entries.map((entry: MoneyEntry) => ('amount' in entry ? entry.amount : null));
    expect(amounts).toEqual([rupees(100n), rupees(600n), rupees(2000n), rupees(2500n), null, null]);
  });

  it('tells where and when each entry stands', async () => {
    for (const { block, transaction, time } of await history('money')) {
      const receipt = await chain.node.getTransactionReceipt({ hash: transaction });
      expect(receipt.blockNumber).toBe(block);
      expect(BigInt(time)).toBe((await chain.node.getBlock({ blockNumber: block })).timestamp);
    }
  });

  it('gives a bill with everything that explains it', async () => {
    const bill = (await history('money')).find((entry) => entry.type === 'bill');
    expect(bill).toMatchObject({
      number: 1,
      category: 1,
      version: 1,
      opening: 1_000_000n,
      closing: 1_500_000n,
      kind: 'actual',
      loadW: 5000n,
      chargedAfter: rupees(2500n),
    });
  });
});

it('the readings come newest first, down to the registration', async () => {
  const entries: ReadingEntry[] = await history('readings');
  expect(entries.map((entry) => [entry.type, 'register' in entry && entry.register])).toEqual([
    ['reading', 1_500_000n],
    ['registration', 1_000_000n],
  ]);
});

describe('a node that has dropped logs is noticed', () => {
  /** The same node, without the logs of which `drop` is true. */
  const forgetful = (drop: (index: number) => boolean): ChainClient => {
    const { client } = chain.deployment;
    const request = async (call: { method: string }) => {
      const answer = await client.request(call as never);
      return call.method === 'eth_getLogs' ? (answer as unknown[]).filter((_, index) => !drop(index)) : answer;
    };
    return { ...client, request } as ChainClient;
  };

  it('all of a block', () =>
    expect(
      history(
        'money',
        forgetful(() => true),
      ),
    ).rejects.toThrow(HistoryGapError));
  it('the first of two in a block', async () => {
    const { headBlock } = (await fetchConnection(chain.deployment, number)) ?? { headBlock: 0n };
    const twoPayments = headBlock - 1n;
    const walked = walk(
      { ...chain.deployment, client: forgetful((index) => index === 0) },
      'money',
      number,
      twoPayments,
    );
    await expect(walked.next()).rejects.toThrow(new HistoryGapError(twoPayments));
  });
});
