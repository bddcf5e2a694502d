import { test as base, expect } from '@playwright/test';
import type { Address } from 'viem';
import { nodesOf } from '../../script/geth/description.ts';
import { pathsIn } from '../../script/geth/folder.ts';
import { unusedPort } from '../../script/run/ports.ts';
import { pages } from '../../test-e2e/world/build.ts';
import { serve } from '../../test-e2e/world/serve.ts';
import { connectWallet } from '../../test-e2e/world/test.ts';
import { TestWallet } from '../../test-e2e/world/wallet.ts';
import { Books } from './books.ts';
import { Network } from './network.ts';

interface PerWorker {
  /** Started once; every test leaves it as it found it, but for what is on the chain. */
  world: { network: Network; origin: string };
}

export interface PerTest {
  network: Network;
  /** What the ledger must say in the end; compared after the test. */
  books: Books;
  open: (path: string) => Promise<void>;
  /** Opens a page with an account's wallet, and connects it. */
  openAs: (account: Address, path: string) => Promise<TestWallet>;
}

export const test = base.extend<PerTest, PerWorker>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern.
    async ({}, use) => {
      const port = await unusedPort();
      const network = await Network.start(port);
      const site = await serve(pages.production, network.config, port);
      await use({ network, origin: site.origin });
      await site.close();
      await network.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  network: async ({ world: { network } }, use, testInfo) => {
    await use(network);
    if (testInfo.status === testInfo.expectedStatus) return;
    const { folder, description } = network.place;
    for (const { name } of nodesOf(description))
      await testInfo.attach(`${name}.log`, { path: pathsIn(folder).log(name), contentType: 'text/plain' });
  },

  books: async ({ network }, use) => {
    const books = new Books(network);
    await use(books);
    await network.restore();
    await books.compare();
  },

  open: async ({ page, world }, use) => {
    await use(async (path) => {
      await page.goto(`${world.origin}/#${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  },

  openAs: async ({ page, network, open }, use) => {
    const chain = { config: network.config, node: network.signer };
    await use(async (account, path) => {
      const wallet = await TestWallet.install(page, chain, account);
      await open(path);
      await connectWallet(page);
      return wallet;
    });
  },
});

export { expect };
