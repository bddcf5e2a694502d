import { join } from 'node:path';
import { startChild } from '../../script/run/child.ts';
import { forge } from '../../script/run/forge.ts';

const root = join(import.meta.dirname, '../..');

/** Where the pages under test are built. The project's own dist/ is left to whoever publishes. */
export const pages = {
  production: join(root, 'test-e2e/dist/production'),
  demo: join(root, 'test-e2e/dist/demo'),
} as const;

/** Playwright's global setup: compiles the contracts and builds the page, as it is published and as the demonstration. */
export default async function build(): Promise<void> {
  await forge(['build', 'contracts/src', 'script/Deploy.s.sol']);
  await run('node_modules/jiti/lib/jiti-cli.mjs', 'script/abi.ts');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--emptyOutDir', '--logLevel', 'error'];
  await run(...vite, '--outDir', pages.production);
  await run(...vite, '--mode', 'demo', '--outDir', pages.demo);
}

async function run(...args: string[]): Promise<void> {
  const { code, complaints } = await startChild(process.execPath, args).ended;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${complaints.trim()}`);
}
