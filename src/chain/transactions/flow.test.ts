import type { Address, Hash } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { explain } from '../errors/explain.ts';
import { startDeployment, type TestDeployment } from '../testDeployment.ts';
import { publishFlatTariff } from '../testTariff.ts';
import { driveWallet } from '../wallet/store.ts';
import { NoWalletError, TooLittleMoneyError, WrongChainError } from './errors.ts';
import { follow } from './follow.ts';
import { prepare } from './prepare.ts';
import type { Call } from './request.ts';
import { sign } from './sign.ts';
import { dismiss, openTransactions, type Sent, track, trackedTransactions } from './store.ts';

const number = 1001n;
const rupee = 1_000_000n;

let chain: TestDeployment;

function pay(rupees: bigint, connection = number): Call {
  const amount = rupees * rupee;
  const value = amount * chain.deployment.facts.unit;
  return chain.call({ contract: 'electricityBilling', functionName: 'pay', args: [connection, amount], value });
}

const pause = () => chain.call({ contract: 'electricityBilling', functionName: 'pause', args: [] });

function sent(hash: Hash, from: Address, call: Call): Sent {
  return { hash, from, call, describe: { key: 'common.loading' }, subject: null, sentAt: 0n, nonce: null };
}

beforeAll(async () => {
  chain = await startDeployment();
  const start = await publishFlatTariff(chain);
  const readAt = start * 86_400;
  await chain.node.setNextBlockTimestamp({ timestamp: BigInt(readAt) });
  const registration = { number, holder: chain.consumer, category: 1, loadW: 5000, agreement: 1, register: 0, readAt };
  await chain.run(
    chain.board,
    chain.call({ contract: 'electricityBilling', functionName: 'register', args: [registration] }),
  );
}, 120_000);

afterAll(() => chain?.anvil.stop());

beforeEach(() => openTransactions('test', true));

describe('before the wallet is asked', () => {
  const prepared = (account: Address, call: Call) => prepare(chain.deployment.client, account, call);

  it('a call that works gets gas with something to spare', async () => {
    const gas = await prepared(chain.consumer, pay(1n));
    const receipt = await chain.run(chain.consumer, pay(1n));
    expect(gas).toBeGreaterThan(receipt.gasUsed);
  });

  it("the contract's error is told", async () => {
    const error = await prepared(chain.consumer, pay(1n, 77n)).catch((reason: unknown) => reason);
    expect(explain(error)).toEqual({ key: 'error.UnknownConnection', values: { connection: '77' } });
  });

  it('too little money for the amount is told', async () => {
    const error = await prepared(chain.consumer, pay(10_000_000n)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TooLittleMoneyError);
    expect(error).toMatchObject({ needed: 10_000_000n * 10n ** 18n });
  });

  it('too little money for the fee is told', async () => {
    const poor = '0x00000000000000000000000000000000000000aa';
    await chain.node.setBalance({ address: poor, value: 10n ** 18n });
    await expect(prepared(poor, pay(1n))).rejects.toThrow(TooLittleMoneyError);
  });
});

describe('the wallet', () => {
  const account = () => chain.consumer;
  const wallet = (answers: Record<string, unknown>) =>
    driveWallet({
      connect: () => undefined,
      disconnect: async () => undefined,
      switchChain: async () => undefined,
      provider: async () =>
        ({
          request: async ({ method, params }: { method: string; params: unknown[] }) => {
            const answer = answers[method];
            if (answer instanceof Error) throw answer;
            return answer ?? chain.deployment.client.request({ method, params } as never);
          },
        }) as never,
    });
  afterEach(() => driveWallet(null));
  const signed = () => sign(14_330, account(), pay(1n), 200_000n);

  it('signs and sends', async () => {
    wallet({});
    const receipt = await chain.node.waitForTransactionReceipt({ hash: await signed(), pollingInterval: 50 });
    expect(receipt.status).toBe('success');
  });
  it('is on another chain', () => {
    wallet({ eth_chainId: '0x1' });
    return expect(signed()).rejects.toThrow(WrongChainError);
  });
  it('is not there', () => expect(signed()).rejects.toThrow(NoWalletError));
  it('declines', async () => {
    wallet({ eth_sendTransaction: Object.assign(new Error('User rejected the request.'), { code: 4001 }) });
    expect(explain(await signed().catch((error: unknown) => error)).key).toBe('error.declined');
  });
});

describe('once it is sent', () => {
  beforeEach(() => chain.node.setAutomine(false));
  afterEach(async () => {
    await chain.node.mine({ blocks: 1 });
    await chain.node.setAutomine(true);
  });

  const sendAs = async (from: Address, call: Call, options = {}) => {
    const hash = await chain.node.sendTransaction({ account: from, ...call, gas: 300_000n, chain: null, ...options });
    return { hash, nonce: (await chain.node.getTransaction({ hash })).nonce };
  };
  const outcome = (hash: Hash, from: Address, call: Call) => {
    track(sent(hash, from, call));
    return follow(chain.deployment.client, hash);
  };
  /** Long enough for the nonce to be seen. */
  const look = () => expect.poll(() => trackedTransactions()[0]?.nonce, { timeout: 5000 }).not.toBeNull();

  it('it is mined', async () => {
    const { hash } = await sendAs(chain.consumer, pay(1n));
    const settled = outcome(hash, chain.consumer, pay(1n));
    await look();
    await chain.node.mine({ blocks: 1 });
    expect(await settled).toMatchObject({ problem: null, receipt: { transactionHash: hash, status: 'success' } });
  });

  it('it is mined and reverted, with the reason', async () => {
    await sendAs(chain.admin, pause());
    const { hash } = await sendAs(chain.admin, pause());
    const settled = outcome(hash, chain.admin, pause());
    await chain.node.mine({ blocks: 1 });
    expect((await settled)?.problem).toEqual({
      key: 'transaction.revertedBecause',
      values: { reason: { key: 'error.EnforcedPause', values: {} } },
    });
  });

  it.each([
    ['speeded up', 1n, null],
    ['replaced by another one', 2n, 'transaction.replaced'],
  ])('it is %s', async (_, rupees, problem) => {
    const { hash, nonce } = await sendAs(chain.consumer, pay(1n));
    const settled = outcome(hash, chain.consumer, pay(1n));
    await look();
    const other = await sendAs(chain.consumer, pay(rupees), {
      nonce,
      maxFeePerGas: 10n ** 11n,
      maxPriorityFeePerGas: 10n ** 11n,
    });
    await chain.node.mine({ blocks: 1 });
    const { receipt, problem: found } = (await settled) ?? {};
    expect(receipt?.transactionHash).toBe(other.hash);
    expect(found?.key ?? null).toBe(problem);
  });

  it('it is cancelled', async () => {
    const { hash, nonce } = await sendAs(chain.consumer, pay(1n));
    const settled = outcome(hash, chain.consumer, pay(1n));
    await look();
    const nothing: Call = { to: chain.consumer, data: '0x', value: 0n };
    await sendAs(chain.consumer, nothing, { nonce, maxFeePerGas: 10n ** 11n, maxPriorityFeePerGas: 10n ** 11n });
    await chain.node.mine({ blocks: 1 });
    expect((await settled)?.problem).toEqual({ key: 'transaction.cancelled' });
  });

  it('a reload takes it up again, with all that is known of it', async () => {
    const { hash } = await sendAs(chain.consumer, pay(1n));
    track(sent(hash, chain.consumer, pay(1n)));
    openTransactions('elsewhere', false);
    expect(trackedTransactions()).toEqual([]);
    openTransactions('test', false);
    expect(trackedTransactions()).toEqual([{ ...sent(hash, chain.consumer, pay(1n)), outcome: null }]);
    await chain.node.mine({ blocks: 1 });
    expect(await follow(chain.deployment.client, hash)).toMatchObject({ problem: null });
    openTransactions('test', false);
    expect(trackedTransactions()).toEqual([]);
  });

  it('it can be dismissed', async () => {
    const { hash } = await sendAs(chain.consumer, pay(1n));
    const settled = outcome(hash, chain.consumer, pay(1n));
    dismiss(hash);
    expect(await settled).toBeNull();
  });
});
