import { chromium } from '@playwright/test';
import { startAnvil } from '../script/run/anvil.ts';
import { unusedPort } from '../script/run/ports.ts';
import type { Config } from '../src/chain/config.ts';
import { paths } from '../src/paths.ts';
import { GENESIS_TIME, openBoard, RUPEE, rowsOf, timeIn } from './board.ts';

const NUMBER = 102_000_020_001n;
const BILLS = 27;

/** `requests` to the node, with `calls` in them: what is asked at the same time goes in one request. `ms` until the whole account is shown. */
export type PageLoad = { requests: number; calls: number; ms: number };

/** A chain with one connection that has 27 bills and 27 payments, spread over its whole length. */
export async function startLongChain(blocks: number): Promise<Config> {
  const { rpcUrl } = await startAnvil(await unusedPort(), GENESIS_TIME, true);
  const { config, client, board, holder, billing, send, pay } = await openBoard(rpcUrl, [NUMBER]);
  const mineUntil = async (height: number) => {
    const missing = height - Number(await client.getBlockNumber({ cacheTime: 0 }));
    if (missing > 0) await client.mine({ blocks: missing, interval: 1 });
  };
  for (let month = 1; month <= BILLS; month++) {
    await mineUntil(Math.floor((blocks * month) / (BILLS + 1)));
    await send(timeIn(month, 6), billing(board, 'recordReadings', [rowsOf([NUMBER], month)]));
    await send(timeIn(month, 34), billing(board, 'issueBills', [[NUMBER]]));
    // More than any month's bill: arrears would add surcharges.
    await send(timeIn(month, 200), pay(holder, NUMBER, 4000n * RUPEE));
  }
  await mineUntil(blocks);
  return config;
}

/** Opens the account's page in a browser that has never seen it, and waits until every bill and payment is there. */
export async function measurePage(pageUrl: string, rpcUrl: string, chromiumPath: string): Promise<PageLoad> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().startsWith(rpcUrl)) asked.push(request.postDataJSON());
    });
    const start = performance.now();
    await page.goto(`${pageUrl}/#${paths.connection(NUMBER)}`);
    const lists = page.getByText(`1 to 6 of ${BILLS}`);
    await lists.nth(1).waitFor();
    await page.getByText('Older entries are still being fetched').first().waitFor({ state: 'hidden' });
    const ms = Math.round(performance.now() - start);
    return { requests: asked.length, calls: asked.flat().length, ms };
  } finally {
    await browser.close();
  }
}
