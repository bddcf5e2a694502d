import type { Address, Hash } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { explain } from '../errors/explain.ts';
import { startDeployment, type TestDeployment } from '../testDeployment.ts';
import { publishFlatTariff } from '../testTariff.ts';
import { driveWallet } from '../wallet/store.ts';
import { NoWalletError, TooLittleMoneyError, WrongChainError } from './errors.ts';
import { follow } from './follow.ts';
import { lostBefore } from './lost.ts';
import { prepare } from './prepare.ts';
import type { Call } from './request.ts';
import { sign } from './sign.ts';
import { dismiss, openTransactions, type Sent, track, trackedTransactions, update } from './store.ts';
import { lookAt, standingOf } from './watch.ts';

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
});

afterAll(() => chain?.anvil.stop());

beforeEach(() => openTransactions('test', true));

function reload(): void {
  openTransactions('elsewhere', false);
  openTransactions('test', false);
}

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
    return follow(chain.deployment, hash);
  };
  /** Until its nonce is seen. */
  const look = () => expect.poll(() => trackedTransactions()[0]?.nonce).not.toBeNull();

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
    expect(trackedTransactions()).toMatchObject([{ ...sent(hash, chain.consumer, pay(1n)), outcome: null }]);
    await chain.node.mine({ blocks: 1 });
    expect(await follow(chain.deployment, hash)).toMatchObject({ problem: null });
    reload();
    expect(trackedTransactions()).toEqual([]);
  });

  it('it can be dismissed', async () => {
    const { hash } = await sendAs(chain.consumer, pay(1n));
    const settled = outcome(hash, chain.consumer, pay(1n));
    dismiss(hash);
    expect(await settled).toBeNull();
  });

  describe('and its block is taken away', () => {
    const careful = () => ({ ...chain.deployment, config: { ...chain.deployment.config, confirmations: 2 } });
    const tracked = () => trackedTransactions()[0];
    const ask = (method: string, ...params: unknown[]) => chain.node.request({ method, params } as never);

    /** Followed until it is in a block, with what would bring it back into the pool of a node. */
    const mined = async () => {
      const { hash } = await sendAs(chain.consumer, pay(1n));
      const raw = await ask('eth_getRawTransactionByHash', hash);
      track(sent(hash, chain.consumer, pay(1n)));
      const settled = follow(careful(), hash);
      await chain.node.mine({ blocks: 1 });
      const outcome = await settled;
      if (!outcome?.receipt) throw new Error('It is not mined');
      return { hash, raw, receipt: outcome.receipt };
    };

    it('it is followed until it is in a block again, and that is final', async () => {
      const { hash, raw } = await mined();
      expect(tracked()).toMatchObject({ isFinal: false, fellOut: false });
      dismiss(hash);
      reload();
      expect(tracked()).toMatchObject({ hash, isHidden: true });

      await ask('anvil_reorg', 1, []);
      await ask('eth_sendRawTransaction', raw);
      const fallen = { outcome: null, fellOut: true, isHidden: false };
      await expect.poll(tracked).toMatchObject(fallen);
      dismiss(hash);
      expect(tracked()).toMatchObject({ hash, isHidden: true });
      await chain.node.mine({ blocks: 2 });
      const again = { outcome: { problem: null }, fellOut: false, isFinal: false };
      await expect.poll(tracked).toMatchObject(again);
      await chain.node.mine({ blocks: 1 });
      await expect.poll(trackedTransactions).toEqual([]);
    });

    it('it stands there as long as the node is only behind', async () => {
      const { client } = chain.deployment;
      const { receipt } = await mined();
      expect(await standingOf(client, receipt, 0)).toBe('final');
      expect(await standingOf(client, receipt, 1)).toBe('in');
      await ask('anvil_rollback', 1);
      expect(await standingOf(client, receipt, 0)).toBe('in');
      await chain.node.mine({ blocks: 1 });
      expect(await standingOf(client, receipt, 0)).toBe('out');
    });

    it('it is unknown when no node has it, and not while another one with its nonce is pending', async () => {
      const { client } = chain.deployment;
      const { hash } = await mined();
      const { nonce } = await chain.node.getTransaction({ hash });
      await ask('anvil_reorg', 1, []);
      const seen = { ...sent(hash, chain.consumer, pay(1n)), nonce };
      const look = () => lookAt(client, seen, () => undefined);
      expect(await look()).toEqual({ kind: 'unknown' });
      expect(await lookAt(client, { ...seen, nonce: null }, () => undefined)).toEqual({ kind: 'pending' });
      await sendAs(chain.consumer, pay(2n), { nonce });
      expect(await look()).toEqual({ kind: 'pending' });
    });

    it('sent again it keeps its nonce, as long as no other one has used it', async () => {
      const { client } = chain.deployment;
      const { hash } = await mined();
      const { nonce } = await chain.node.getTransaction({ hash });
      await ask('anvil_reorg', 1, []);
      update(hash, { nonce, outcome: { receipt: null, problem: { key: 'transaction.lost' } }, isFinal: true });
      expect(await lostBefore(client, chain.consumer, pay(1n))).toMatchObject({ hash, nonce });
      expect(await lostBefore(client, chain.consumer, pay(2n))).toBeNull();
      await sendAs(chain.consumer, pay(2n), { nonce });
      await chain.node.mine({ blocks: 1 });
      expect(await lostBefore(client, chain.consumer, pay(1n))).toBeNull();
    });
  });
});
