import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { unusedPort } from '../../script/run/ports.ts';
import type { Config } from '../../src/chain/config.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export type Site = { origin: string; close(): Promise<void> };

/** Serves a built page on 127.0.0.1 as any static host would, with a config.json of its own. */
export async function serve(folder: string, config: Config, port?: number): Promise<Site> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = normalize(new URL(url, 'http://any').pathname);
    const file = path === '/' ? '/index.html' : path;
    try {
      const body = file === '/config.json' ? JSON.stringify(config) : await readFile(join(folder, file));
      response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const at = port ?? (await unusedPort());
  await new Promise<void>((listening) => server.listen(at, '127.0.0.1', listening));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${at}`, close };
}
