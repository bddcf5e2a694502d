import type { Page } from '@playwright/test';
import { type Address, numberToHex } from 'viem';
import type { Config } from '../../src/chain/config.ts';

type Request = { method: string; params?: unknown[] };
type Envelope = { ok: true; result: unknown } | { ok: false; error: { code: number; message: string; data?: unknown } };

/** The chain that a wallet is for, and the node that signs for it. */
type WalletChain = { config: Config; node: { request(request: never): Promise<unknown> } };

/** Another chain, which every wallet knows. */
export const MAINNET = 1;

/** A browser's wallet whose user is the test: it signs with the node's unlocked accounts, or does what it is told instead. */
export class TestWallet {
  readonly #page: Page;
  readonly #chain: WalletChain;
  #account: Address;
  #chainId: number;
  #isConnected = false;
  #isLost = false;
  #refuses = false;
  #signsData = true;
  #held: Promise<void> | null = null;
  readonly #knownChains = new Set([MAINNET]);
  /** The methods that needed the user, in their order. */
  readonly asked: string[] = [];

  private constructor(page: Page, chain: WalletChain, account: Address) {
    this.#page = page;
    this.#chain = chain;
    this.#account = account;
    this.#chainId = chain.config.chain.id;
    this.#knownChains.add(this.#chainId);
  }

  /** Puts it into every document that the page opens from now on. */
  static async install(page: Page, chain: WalletChain, account: Address): Promise<TestWallet> {
    const wallet = new TestWallet(page, chain, account);
    await page.exposeFunction('askTestWallet', (request: Request) => wallet.#answer(request));
    await page.addInitScript(announce);
    return wallet;
  }

  /** Declines everything that its user is asked, until told otherwise. */
  refuse(refuses = true): void {
    this.#refuses = refuses;
  }

  /** It signs transactions only, as some do. */
  forgetTypedData(): void {
    this.#signsData = false;
  }

  /** Keeps the user thinking. @returns What ends that. */
  hold(): () => void {
    let release = () => {};
    this.#held = new Promise((resolve) => {
      release = () => {
        this.#held = null;
        resolve();
      };
    });
    return release;
  }

  async switchAccount(account: Address): Promise<void> {
    this.#account = account;
    await this.#emit('accountsChanged', [account]);
  }

  /** The user chooses another chain in the wallet itself; it may have been told to forget the page's. */
  async leaveFor(chainId: number, { forget = false } = {}): Promise<void> {
    if (forget) this.#knownChains.delete(this.#chain.config.chain.id);
    await this.#moveTo(chainId);
  }

  /** It has no connection to its node any more, or again. */
  async lose(isLost = true): Promise<void> {
    this.#isLost = isLost;
  }

  async #answer({ method, params = [] }: Request): Promise<Envelope> {
    try {
      return { ok: true, result: await this.#do(method, params) };
    } catch (cause) {
      const { code, message, data } = errorOf(cause);
      return { ok: false, error: { code, message, data } };
    }
  }

  async #do(method: string, params: unknown[]): Promise<unknown> {
    switch (method) {
      case 'eth_accounts':
        return this.#isConnected ? [this.#account] : [];
      case 'eth_requestAccounts':
        await this.#askUser(method);
        this.#isConnected = true;
        return [this.#account];
      case 'eth_chainId':
        return numberToHex(this.#chainId);
      case 'wallet_addEthereumChain': {
        // Like MetaMask, which goes to the chain that was added.
        const added = Number((params[0] as { chainId: string }).chainId);
        await this.#askUser(method);
        this.#knownChains.add(added);
        await this.#moveTo(added);
        return null;
      }
      case 'wallet_switchEthereumChain': {
        const wanted = Number((params[0] as { chainId: string }).chainId);
        if (!this.#knownChains.has(wanted)) throw new WalletError(4902, `Unrecognized chain ID ${wanted}.`);
        await this.#askUser(method);
        await this.#moveTo(wanted);
        return null;
      }
      case 'wallet_requestPermissions':
      case 'wallet_revokePermissions':
        throw new WalletError(-32601, `The method ${method} does not exist.`);
      default:
        return this.#forward(method, params);
    }
  }

  async #forward(method: string, params: unknown[]): Promise<unknown> {
    if (this.#isLost) throw new WalletError(4900, 'Disconnected from all chains.');
    if (method === 'eth_signTypedData_v4' && !this.#signsData) {
      throw new WalletError(4200, `The method ${method} is not supported.`);
    }
    if (method === 'eth_sendTransaction' || method === 'eth_signTypedData_v4') await this.#askUser(method);
    if (this.#chainId !== this.#chain.config.chain.id) throw new WalletError(4901, 'Disconnected from that chain.');
    return this.#chain.node.request({ method, params } as never);
  }

  async #askUser(method: string): Promise<void> {
    this.asked.push(method);
    await this.#held;
    if (this.#refuses) throw new WalletError(4001, 'User rejected the request.');
  }

  async #moveTo(chainId: number): Promise<void> {
    this.#chainId = chainId;
    await this.#emit('chainChanged', numberToHex(chainId));
  }

  #emit(event: string, value: unknown): Promise<void> {
    return this.#page.evaluate(([event, value]) => emitTestWallet(event as string, value), [event, value]);
  }
}

class WalletError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A node's own error comes wrapped in viem's. */
function errorOf(cause: unknown): { code: number; message: string; data?: unknown } {
  if (cause instanceof WalletError) return cause;
  const inner = (cause as { cause?: { code?: number; message?: string; data?: unknown } }).cause;
  return { code: inner?.code ?? -32603, message: inner?.message ?? String(cause), data: inner?.data };
}

declare function askTestWallet(request: Request): Promise<Envelope>;
declare function emitTestWallet(event: string, value: unknown): void;

/** Runs in the page: announces a provider by EIP-6963 and passes on what it is asked. */
function announce(): void {
  const listeners: Record<string, ((value: unknown) => void)[]> = {};
  const provider = {
    request: async (request: Request) => {
      // An exception thrown by the test's side would arrive without its code.
      const answer = await askTestWallet(request);
      if (answer.ok) return answer.result;
      throw Object.assign(new Error(answer.error.message), answer.error);
    },
    on: (event: string, listener: (value: unknown) => void) => {
      listeners[event] = [...(listeners[event] ?? []), listener];
    },
    removeListener: (event: string, listener: (value: unknown) => void) => {
      listeners[event] = (listeners[event] ?? []).filter((one) => one !== listener);
    },
  };
  Object.assign(window, {
    emitTestWallet: (event: string, value: unknown) => {
      for (const listener of listeners[event] ?? []) listener(value);
    },
  });
  const info = {
    uuid: '350670db-19fa-4704-a166-e52e178b59d2',
    name: 'Test Wallet',
    icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
    rdns: 'test.bijuli.wallet',
  };
  const detail = Object.freeze({ info, provider });
  const say = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  window.addEventListener('eip6963:requestProvider', say);
  say();
}
