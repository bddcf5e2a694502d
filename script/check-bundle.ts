// Builds the page and holds the JavaScript of its first load to a budget.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { firstLoadJs } from './first-load.ts';

const budget = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'bijuli-bundle-'));
try {
  await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  const files = firstLoadJs(folder);
  const total = files.reduce((sum, { gzip }) => sum + gzip, 0);
  for (const { file, gzip } of files) console.log(`${kB(gzip)}  ${file}`);
  console.log(`${kB(total)}  JavaScript of the first load, gzip; the budget is ${kB(budget).trim()}`);
  if (total > budget) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}
