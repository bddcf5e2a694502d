import { join } from 'node:path';
import { preview } from 'vite';
import { startChild } from './child.ts';

const root = join(import.meta.dirname, '../..');

/** Where the demonstration's page is built. Not dist/: a page with demo wallets must never be put on the web. */
export const DEMO_PAGE = join(root, 'demo/dist');

/** @param mode `demo` with demo wallets. @throws Error with the build's complaint. */
export async function buildPage(folder: string, mode: 'demo' | 'production'): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', '--mode', mode, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const { code, complaints } = await startChild(process.execPath, args).ended;
  if (code !== 0) throw new Error(`The page can't be built: ${complaints.trim() || `vite ended with code ${code}`}`);
}

/** Serves a built page on 127.0.0.1, until this process ends. */
export async function servePage(folder: string, port: number): Promise<void> {
  await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port, strictPort: true },
  });
}
