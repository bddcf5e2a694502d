import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';

/** Modules that the start page of a visitor without a wallet imports when it runs, beside what index.html loads. */
const startPage = ['src/features/visitor/VisitorScreen.tsx'];

export interface LoadedFile {
  file: string;
  /** Bytes after gzip. */
  gzip: number;
}

/**
 * The JavaScript that the first load of a built page downloads when no wallet is connected: the entry, the chunks of the start
 * page, and whatever these import.
 * @param folder A folder that Vite built into.
 * @throws Error when a module of the start page is in no chunk of its own.
 */
export function firstLoadJs(folder: string): LoadedFile[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const chunks = new Set<string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk)
      throw new Error(`${key} is no chunk of the build; name the start page's modules in script/first-load.ts.`);
    if (chunks.has(key)) return;
    chunks.add(key);
    chunk.imports?.forEach(visit);
  };
  for (const key of ['index.html', ...startPage]) visit(key);
  const files = [...chunks].map((key) => manifest[key]?.file ?? '').filter((file) => file.endsWith('.js'));
  return files.map((file) => ({ file, gzip: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length }));
}
