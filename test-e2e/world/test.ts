import { test as base, expect, type Page } from '@playwright/test';
import type { Address } from 'viem';
import type { Config } from '../../src/chain/config.ts';
import { pages } from './build.ts';
import { type Chain, startChain } from './chain.ts';
import { serve } from './serve.ts';
import { startTokenChain } from './tokenChain.ts';
import { TestWallet } from './wallet.ts';

type Origins = { production: string; demo: string };

interface PerWorker {
  /** What the contracts are paid in: the chain's coin, or a token of two decimals. */
  settlement: 'coin' | 'token';
  /** Started once per worker; every test finds it as it was after the start. */
  world: { chain: Chain; origins: Origins };
}

interface PerTest {
  chain: Chain;
  /** Opens an address of the page, such as `/board`. */
  open: (path: string) => Promise<void>;
  /** Puts a wallet into the browser that holds this account. Before `open`. */
  giveWallet: (account: Address) => Promise<TestWallet>;
  /** Which build the test is of. */
  build: keyof Origins;
  /** Gives the page a config.json that differs from the chain's. Before `open`. */
  configure: (changes: Partial<Config['chain']> & Partial<Pick<Config, 'confirmations'>>) => Promise<void>;
  /** Whom the page may talk to. */
  ownOrigins: string[];
  onlyOwnRequests: undefined;
}

export const test = base.extend<PerTest, PerWorker>({
  settlement: ['coin', { option: true, scope: 'worker' }],

  world: [
    async ({ settlement }, use) => {
      const chain = await (settlement === 'coin' ? startChain() : startTokenChain());
      const [production, demo] = await Promise.all([
        serve(pages.production, chain.config),
        serve(pages.demo, chain.config),
      ]);
      await use({ chain, origins: { production: production.origin, demo: demo.origin } });
      await Promise.all([production.close(), demo.close(), chain.anvil.stop()]);
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  build: ['production', { option: true }],

  chain: async ({ world: { chain } }, use) => {
    const id = await chain.node.snapshot();
    await use(chain);
    await chain.node.request({ method: 'anvil_dropAllTransactions' } as never);
    await chain.node.setAutomine(true);
    await chain.node.revert({ id });
  },

  open: async ({ page, world, build }, use) => {
    await use(async (path) => {
      await page.goto(`${world.origins[build]}/#${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  },

  giveWallet: async ({ page, chain }, use) => {
    await use((account) => TestWallet.install(page, chain, account));
  },

  configure: async ({ page, chain, ownOrigins }, use) => {
    await use(async ({ confirmations = chain.config.confirmations, ...changes }) => {
      const config: Config = { ...chain.config, confirmations, chain: { ...chain.config.chain, ...changes } };
      ownOrigins.push(...config.chain.rpcUrls.map((url) => new URL(url).origin));
      await page.route('**/config.json', (route) => route.fulfill({ json: config }));
    });
  },

  ownOrigins: async ({ world, build }, use) => {
    await use([new URL(world.origins[build]).origin, new URL(world.chain.anvil.rpcUrl).origin]);
  },

  onlyOwnRequests: [
    async ({ page, ownOrigins, chain: _ }, use) => {
      const strange: string[] = [];
      const crashes: Error[] = [];
      page.context().on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && !ownOrigins.includes(url.origin)) strange.push(request.url());
      });
      page.on('pageerror', (error) => crashes.push(error));
      await use(undefined);
      expect(strange, 'requests to others than the page and its node').toEqual([]);
      expect(crashes, 'exceptions that nobody caught').toEqual([]);
    },
    { auto: true },
  ],
});

/** Connects the wallet through the page's own button. */
export async function connectWallet(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('button', { name: 'Test Wallet' }).click();
  await expect(page.getByRole('button', { name: 'Your wallet' })).toBeVisible();
}

export { expect };
