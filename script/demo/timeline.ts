import {
  type Address,
  type ContractFunctionParameters,
  createTestClient,
  http,
  publicActions,
  type WriteContractParameters,
  walletActions,
} from 'viem';
import { revertOf } from './revert.ts';

/** A contract's function to call, from an account that the node holds the key of. */
export type Call = ContractFunctionParameters & { account: Address; value: bigint };

/** The whole block's limit shared out would do for every call: unused gas costs nothing, and nothing has to be estimated. */
const BLOCK_GAS = 30_000_000n;

/** A client of a local chain that sends what is asked for at the same time in one request. */
export function connect(rpcUrl: string) {
  const transport = http(rpcUrl, { batch: { batchSize: 200 } });
  return createTestClient({ mode: 'anvil', transport }).extend(publicActions).extend(walletActions);
}

/**
 * Writes blocks at given times of a local chain's own clock, without waiting for each transaction. Nobody else may send
 * transactions meanwhile.
 */
export class Timeline {
  readonly #client: ReturnType<typeof connect>;
  readonly #nonces = new Map<Address, number>();

  /** Stops the chain from writing blocks by itself, until `end`. */
  static async begin(client: ReturnType<typeof connect>): Promise<Timeline> {
    await client.setAutomine(false);
    return new Timeline(client);
  }

  private constructor(client: ReturnType<typeof connect>) {
    this.#client = client;
  }

  /**
   * Writes one block.
   * @param time Seconds since 1970, later than the latest block.
   * @throws Error that names the call which failed, and why.
   */
  async block(time: number, calls: Call[]): Promise<void> {
    const client = this.#client;
    const gas = BLOCK_GAS / BigInt(Math.max(calls.length, 1));
    const nonces: number[] = [];
    for (const { account } of calls) nonces.push(await this.#nextNonce(account));
    const hashes = await Promise.all(
      calls.map((call, i) =>
        client.writeContract({ ...call, gas, nonce: nonces[i], chain: null } as WriteContractParameters),
      ),
    );
    await client.setNextBlockTimestamp({ timestamp: BigInt(time) });
    await client.mine({ blocks: 1 });
    const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })));
    for (const [i, { status, blockNumber }] of receipts.entries()) {
      const call = calls[i];
      if (status !== 'success' && call) throw new Error(await this.#failureOf(call, blockNumber));
    }
  }

  /** Lets the chain run by itself again, its clock at the present. */
  async end(): Promise<void> {
    await this.block(Math.floor(Date.now() / 1000), []);
    await this.#client.setAutomine(true);
  }

  async #nextNonce(account: Address): Promise<number> {
    const nonce = this.#nonces.get(account) ?? (await this.#client.getTransactionCount({ address: account }));
    this.#nonces.set(account, nonce + 1);
    return nonce;
  }

  async #failureOf(call: Call, block: bigint): Promise<string> {
    const error = await this.#client.simulateContract({ ...call, blockNumber: block - 1n }).catch((cause) => cause);
    const revert = revertOf(error);
    const why = revert ? `${revert.name}(${revert.args.join(', ')})` : 'no reason given';
    return `${call.functionName}(${call.args?.join(', ')}) from ${call.account} failed in block ${block}: ${why}`;
  }
}
