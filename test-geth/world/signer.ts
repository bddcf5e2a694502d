import {
  type Address,
  createWalletClient,
  type Hash,
  type Hex,
  hexToBigInt,
  http,
  publicActions,
  type TransactionSerializableEIP1559,
} from 'viem';
import { type HDAccount, mnemonicToAccount } from 'viem/accounts';

/** Anvil's own accounts, which the first block of the tests gives coins. */
const MNEMONIC = 'test test test test test test test test test test test junk';

/** More than the base fee of a chain of full blocks comes to in an hour. */
const anyFee = { maxFeePerGas: 10n ** 15n, maxPriorityFeePerGas: 10n ** 9n };

type Request = { method: string; params?: readonly unknown[] };
type ToSend = { from: Address; to: Address; data?: Hex; value?: Hex; gas?: Hex; nonce?: Hex };

/** A node as a browser's wallet has one: it keeps the keys to itself, signs, and passes everything else to the first RPC node that answers. */
export class Signer {
  readonly #accounts: HDAccount[];
  readonly #urls: readonly string[];

  constructor(rpcUrls: readonly string[], count: number) {
    this.#urls = rpcUrls;
    this.#accounts = Array.from({ length: count }, (_, i) => mnemonicToAccount(MNEMONIC, { addressIndex: i }));
  }

  get addresses(): Address[] {
    return this.#accounts.map(({ address }) => address);
  }

  async request({ method, params = [] }: Request): Promise<unknown> {
    if (method === 'eth_sendTransaction') return this.send(params[0] as ToSend);
    return this.#first((url) => clientOf(url).request({ method, params } as never));
  }

  /** By the fee market of London, as MetaMask does. */
  async send({ from, to, data, value, gas, nonce }: ToSend): Promise<Hash> {
    const account = this.#accountOf(from);
    return this.#first(async (url) => {
      const client = clientOf(url);
      const request = await client.prepareTransactionRequest({
        account,
        to,
        data,
        value: value ? hexToBigInt(value) : 0n,
        gas: gas && hexToBigInt(gas),
        nonce: nonce && Number(nonce),
        chain: null,
        type: 'eip1559',
      } as never);
      const serialized = await account.signTransaction({ ...request, chainId: await client.getChainId() } as never);
      return client.sendRawTransaction({ serializedTransaction: serialized });
    });
  }

  /** Signs and doesn't send. */
  sign(from: Address, transaction: Omit<TransactionSerializableEIP1559, 'maxFeePerGas' | 'maxPriorityFeePerGas'>) {
    return this.#accountOf(from).signTransaction({ ...transaction, ...anyFee, type: 'eip1559' });
  }

  #accountOf(address: Address): HDAccount {
    const account = this.#accounts.find((one) => one.address.toLowerCase() === address.toLowerCase());
    if (!account) throw new Error(`No key of ${address}.`);
    return account;
  }

  async #first<T>(ask: (url: string) => Promise<T>): Promise<T> {
    let last: unknown;
    for (const url of this.#urls) {
      try {
        return await ask(url);
      } catch (error) {
        last = error;
        // What a node refuses, the next would refuse as well.
        if (!/fetch failed|timed out|took too long|HTTP request failed/i.test(String(error))) throw error;
      }
    }
    throw last;
  }
}

function clientOf(url: string) {
  return createWalletClient({ transport: http(url, { retryCount: 0, timeout: 3_000 }) }).extend(publicActions);
}
