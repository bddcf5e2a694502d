import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../src/chain/config.ts';
import { freePort, unusedPort } from './run/ports.ts';

let rpcPort: number;
let pagePort: number;
let child: ChildProcess | undefined;
let stdout = '';
let stderr = '';

beforeEach(async () => {
  [rpcPort, pagePort] = [await unusedPort(), await unusedPort()];
  [stdout, stderr] = ['', ''];
});
afterEach(() => child?.kill());

/** Starts the system as npm does. */
function start(...nodeOptions: string[]): ChildProcess {
  const env = { ...process.env, BIJULI_RPC_PORT: String(rpcPort), BIJULI_PAGE_PORT: String(pagePort) };
  child = spawn(process.execPath, [...nodeOptions, join(import.meta.dirname, 'start.mjs')], { env });
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  return child;
}

async function untilSaid(text: string): Promise<void> {
  while (!stdout.includes(text)) {
    if (!child?.stdout || child.exitCode !== null) throw new Error(`It ended: ${stderr}`);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }
}

/** What ended a moment ago may still hold its port. */
function expectFree(port: number) {
  return expect.poll(() => freePort('', port).catch(String)).toBe(port);
}

test('serves the page with the configuration beside it, and leaves nothing behind', async () => {
  const running = start();
  await untilSaid('Ctrl-C stops everything.');
  expect(stderr).toBe('');
  const address = `http://127.0.0.1:${pagePort}`;
  expect(stdout).toContain(address);

  const page = await fetch(address);
  expect(await page.text()).toContain('<div id="root">');
  const config = parseConfig(await (await fetch(`${address}/config.json`)).json());
  expect(config.chain.rpcUrls).toEqual([`http://127.0.0.1:${rpcPort}`]);
  for (const { name } of config.demo?.accounts ?? []) expect(stdout).toContain(name);

  running.kill('SIGINT');
  const [code] = await once(running, 'exit');
  expect(code).toBe(0);
  await expectFree(rpcPort);
  await expectFree(pagePort);
});

test('a signal while it starts ends it too', async () => {
  const running = start();
  await untilSaid('… Loading');
  running.kill('SIGTERM');
  const [code] = await once(running, 'exit');
  expect(code).toBe(0);
  await expectFree(rpcPort);
});

test.each(['rpc', 'page'] as const)('a busy %s port is one clear line', async (which) => {
  const port = which === 'rpc' ? rpcPort : pagePort;
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const [code] = await once(start(), 'exit');
  server.close();
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toBe(
    `Port ${port} is in use by another program. Stop that, or choose another with BIJULI_${which.toUpperCase()}_PORT.\n`,
  );
});

test.each(['18.20.8', '20.18.3', '21.7.3', '22.11.0'])('Node %s is one clear line', async (version) => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const [code] = await once(start('--import', `data:text/javascript,${pretend}`), 'exit');
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toBe(`Bijuli needs Node 20.19, 22.12 or newer; this is Node ${version}.\n`);
});
