import { chromium } from '@playwright/test';
import { findChromium } from '../../script/chromium.ts';
import { chooseAmount, payButton } from '../../test-e2e/screens/consumer.ts';
import { connectWallet } from '../../test-e2e/world/test.ts';
import { TestWallet } from '../../test-e2e/world/wallet.ts';
import type { Network } from '../../test-geth/world/network.ts';

export type Click = { seconds: number; blocks: number };

/** Pays through the page, and measures from the click to the payment that the page shows as credited. @returns The middle one of several. */
export async function measureClick(network: Network, origin: string, number: bigint, times = 5): Promise<Click> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await TestWallet.install(page, { config: network.config, node: network.signer }, network.accounts.newcomer);
    await page.goto(`${origin}/#/connection/${number}/pay`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await connectWallet(page);
    const clicks: Click[] = [];
    for (let i = 0; i < times; i++) {
      await chooseAmount(page, '1');
      const before = await network.client().getBlockNumber();
      const start = performance.now();
      await payButton(page).click();
      await page.getByRole('heading', { name: 'Paid', exact: true }).waitFor();
      const seconds = (performance.now() - start) / 1000;
      clicks.push({ seconds, blocks: Number((await network.client().getBlockNumber()) - before) });
      await page.getByRole('button', { name: 'Pay more' }).click();
      // The next click comes at another moment between two blocks.
      await page.waitForTimeout(700 * (i + 1));
    }
    return clicks.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(times / 2)] as Click;
  } finally {
    await browser.close();
  }
}
