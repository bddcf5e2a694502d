import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { findChromium } from '../script/chromium.ts';
import { firstLoadJs } from '../script/first-load.ts';
import { servePage } from '../script/run/page.ts';
import { unusedPort } from '../script/run/ports.ts';
import { measurePage, type PageLoad, startLongChain } from './history.ts';

/** Length of the chain, in blocks. */
const lengths = [1000, 100_000] as const;

export type PageFigures = { firstLoadJsGzip: number; history: Record<(typeof lengths)[number], PageLoad> };

/** Builds the page as it is published and opens an account with it, on a short and on a long chain. */
export async function measureBuiltPage(): Promise<PageFigures> {
  const chromiumPath = findChromium();
  const folder = mkdtempSync(join(tmpdir(), 'bijuli-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  await build({ logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const firstLoadJsGzip = firstLoadJs(folder).reduce((sum, { gzip }) => sum + gzip, 0);

  const configs = await Promise.all(lengths.map(startLongChain));
  const port = await unusedPort();
  await servePage(folder, port);
  const loads: [number, PageLoad][] = [];
  for (const [i, config] of configs.entries()) {
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    const [rpcUrl = ''] = config.chain.rpcUrls;
    loads.push([lengths[i] ?? 0, await measurePage(`http://127.0.0.1:${port}`, rpcUrl, chromiumPath)]);
  }
  return { firstLoadJsGzip, history: Object.fromEntries(loads) as PageFigures['history'] };
}
