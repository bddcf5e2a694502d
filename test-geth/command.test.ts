import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DESCRIPTION, nodesOf, readDescription } from '../script/geth/description.ts';
import { pathsIn } from '../script/geth/folder.ts';
import { headOf } from '../script/geth/network.ts';
import { stopNode } from '../script/geth/node.ts';
import { cliquePrograms } from '../script/geth/programs.ts';
import { moved } from './world/moved.ts';

const root = join(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'bijuli-home-'));
const folder = join(home, 'network');
const file = join(home, 'description.json');
/** Other ports than those of the description that comes with the project, which may be in use here. */
const description = moved(readDescription(DESCRIPTION), 2000);
const METRICS_PORT = 8060;
let path = process.env.PATH ?? '';
let running: ChildProcess | undefined;
/** What it has printed. */
let said = '';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  path = `${dirname((await cliquePrograms()).geth)}${delimiter}${path}`;
  const [first, ...others] = description.sealers;
  const sealers = [{ ...first, metricsPort: METRICS_PORT }, ...others];
  writeFileSync(file, JSON.stringify({ ...description, sealers }));
});

test.afterAll(async () => {
  running?.kill('SIGKILL');
  for (const { name } of nodesOf(description)) await stopNode({ folder }, name, 'SIGKILL');
  rmSync(home, { recursive: true });
});

test('without geth, or with one that can not seal, one line says how to get it', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'bijuli-empty-'));
  const node = dirname(process.execPath);
  const none = await geth([], { PATH: node, BIJULI_HOME: empty });
  expect(none.complaints).toBe(
    'No geth is on PATH; a network of several sealers needs geth and bootnode 1.13.15: "npm run geth:install" gets it where Go is installed.\n',
  );
  const other = join(empty, 'geth');
  writeFileSync(other, '#!/bin/sh\necho "Version: 1.14.3-stable"\n', { mode: 0o755 });
  const wrong = await geth([], { PATH: `${empty}${delimiter}${node}${delimiter}/bin`, BIJULI_HOME: empty });
  expect(wrong.complaints).toContain(
    `${other} is 1.14.3, and a network of several sealers needs geth and bootnode 1.13.15`,
  );
  expect([none.code, wrong.code]).toEqual([1, 1]);
});

test('what is not there yet is said', async () => {
  for (const command of ['status', 'stop', 'reset', 'start board'])
    expect((await geth(command.split(' '))).complaints).toBe('There is no network yet: "npm run geth" makes it.\n');
  expect((await geth(['--dev', 'status'])).complaints).toBe(
    'There is no network yet: "npm run geth -- --dev" makes it.\n',
  );
  expect((await geth(['fly'])).complaints).toContain('fly is no command; there are start [NODE], status');
});

test('a port that is taken is named, and nothing is started', async () => {
  const port = description.rpcNodes[1]?.httpPort ?? 0;
  const server = createServer().listen(port, '127.0.0.1');
  const { complaints } = await geth(['--description', file]);
  server.close();
  expect(complaints).toBe(
    `Port ${port} is in use by another program. Stop that, or give rpc-2 another in ${pathsIn(folder).description}.\n`,
  );
  expect((await geth(['status'])).output).not.toMatch(/block \d/);
});

test('makes a network, deploys, and serves the page', async () => {
  await start();
  const config = await (await fetch(`http://127.0.0.1:${description.page.port}/config.json`)).json();
  expect(config).toEqual(JSON.parse(readFileSync(pathsIn(folder).config, 'utf8')));
  expect(config.chain).toMatchObject({ id: 14333, blockSeconds: 5, rpcUrls: rpcUrls() });
  expect(config.confirmations).toBe(3);
  const { output } = await geth(['status']);
  expect(output.match(/block \d+ \(\d+ s ago, 0x\w{8}\), [3-5] peers/g)).toHaveLength(5);
  expect(output).toMatch(/bootnode +bootnode +127\.0\.0\.1:32310 +runs/);
});

test('a node with a metrics port has the metrics that docs/operations.md names', async () => {
  const operations = readFileSync(join(root, 'docs/operations.md'), 'utf8');
  const [table = ''] = operations.split('| metric | alarm when |')[1]?.split('\n\n') ?? [];
  const names = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(names).toContain('chain_head_block');
  const metrics = await (await fetch(`http://127.0.0.1:${METRICS_PORT}/debug/metrics/prometheus`)).text();
  for (const name of names) expect(metrics).toMatch(new RegExp(`^${name} \\d+$`, 'm'));
});

test('after a crash of everything it goes on where it was, and tells the page what its description now says', async () => {
  const paths = pathsIn(folder);
  const before = await headOf(paths.ipc('board'));
  const config = JSON.parse(readFileSync(paths.config, 'utf8'));
  running?.kill('SIGKILL');
  await Promise.all(nodesOf(description).map(({ name }) => stopNode({ folder }, name, 'SIGKILL')));
  const current = readDescription(paths.description);
  const [first, ...others] = current.rpcNodes;
  const rpcNodes = [{ ...first, url: 'https://rpc.example' }, ...others];
  writeFileSync(paths.description, JSON.stringify({ ...current, rpcNodes }));
  await start();
  await expect
    .poll(async () => (await headOf(paths.ipc('board'))).number, { timeout: 60_000 })
    .toBeGreaterThan(before.number);
  expect(said).toContain('RPC URL https://rpc.example or http://127.0.0.1:10548');
  const chain = { ...config.chain, rpcUrls: ['https://rpc.example', config.chain.rpcUrls[1]] };
  expect(JSON.parse(readFileSync(paths.config, 'utf8'))).toEqual({ ...config, chain });
});

test('a sealer is added, removed, and added again', async () => {
  expect((await geth(['add-sealer', 'board'])).complaints).toContain('the name board is there twice');
  const sealers = async () => /Sealers: (.*)/.exec((await geth(['status'])).output)?.[1]?.split(' ');
  const three = await sealers();
  expect(three).toHaveLength(3);
  const added = await geth(['add-sealer', 'cooperative']);
  expect(added.output).toContain('The sealers are board, regulator, association, cooperative.');
  const four = await sealers();
  expect(four).toHaveLength(4);
  const removed = await geth(['remove-sealer', 'cooperative']);
  expect(removed.output).toContain('The sealers are board, regulator, association.');
  expect(await sealers()).toEqual(three);
  await geth(['add-sealer', 'cooperative']);
  expect(await sealers(), 'by the key that it had').toEqual(four);
  await geth(['remove-sealer', 'cooperative']);
  expect((await geth(['remove-sealer', 'nobody'])).complaints).toContain(
    'nobody is no sealer of this network; it has board, regulator, association.',
  );
});

test('coins come from the bank', async () => {
  const account = '0x00000000000000000000000000000000000000A1';
  expect((await geth(['fund', account, '1.5'])).complaints).toContain('"1.5"');
  expect((await geth(['fund', account, '250'])).output).toContain('250');
  const answer = await fetch(rpcUrls()[0] ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_getBalance', params: [account, 'latest'] }),
  });
  expect(BigInt((await answer.json()).result)).toBe(250n * 10n ** 18n);
});

test('one node is stopped and started', async () => {
  expect((await geth(['stop', 'rpc-9'])).complaints).toContain('rpc-9 is no node of this network');
  expect((await geth(['reset', 'rpc-2'])).complaints).toContain('rpc-2 runs');
  await geth(['stop', 'rpc-2']);
  expect((await geth(['status'])).output).toMatch(/rpc-2 .* does not run/);
  await geth(['reset', 'rpc-2']);
  expect((await geth(['start', 'rpc-2'])).output).toBe('rpc-2 runs.\n');
});

test('what happens to the nodes is told where the network was started', async () => {
  await geth(['stop', 'regulator']);
  await geth(['stop', 'association']);
  await expect.poll(() => said, { timeout: 60_000 }).toContain('regulator does not answer.');
  await expect.poll(() => said, { timeout: 60_000 }).toMatch(/The chain stands still at block \d+: more than half/);
  await geth(['start', 'regulator']);
  await geth(['start', 'association']);
  await expect.poll(() => said, { timeout: 60_000 }).toContain('association answers again.');
});

test('all is stopped; what is damaged then is named, and nothing is overwritten', async () => {
  expect((await geth(['reset'])).complaints).toContain('run: "npm run geth -- stop" first.');
  expect((await geth(['stop'])).output).toContain('All nodes are stopped.');
  const paths = pathsIn(folder);

  chmodSync(paths.password, 0o640);
  expect((await geth([])).complaints).toContain(`${paths.password} can be read by others (mode 640)`);
  chmodSync(paths.password, 0o600);

  await damaged(paths.genesis, '{"config":', `${paths.genesis} is damaged or gone`);
  await damaged(paths.description, '{}', `${paths.description}: `);

  const config = JSON.parse(readFileSync(paths.config, 'utf8'));
  const other = { ...config, chain: { ...config.chain, genesisHash: `0x${'1'.repeat(64)}` } };
  await damaged(paths.config, JSON.stringify(other), `${paths.config} points to another chain`);
  await geth(['stop']);
});

test('a chain that was taken away is not begun again by itself', async () => {
  const paths = pathsIn(folder);
  rmSync(paths.chain('board'), { recursive: true });
  expect((await geth([])).complaints).toContain(`The chain of board is gone (${paths.chain('board')})`);
  await geth(['stop']);
});

test('reset takes everything away', async () => {
  expect((await geth(['reset'])).output).toContain('is gone, chain and keys.');
  mkdirSync(folder, { recursive: true });
  await geth(['reset']);
  expect((await geth(['status'])).complaints).toContain('There is no network yet');
});

/** Runs the command with a file that holds something else, and puts the right text back. */
async function damaged(path: string, text: string, complaint: string) {
  const right = readFileSync(path, 'utf8');
  writeFileSync(path, text);
  const { complaints, code } = await geth([]);
  expect(complaints).toContain(complaint);
  expect(complaints.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
  expect(readFileSync(path, 'utf8')).toBe(text);
  writeFileSync(path, right);
}

/** Starts the network, and waits until the page is served. */
async function start() {
  const child = launch(['--description', file]);
  running = child;
  said = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        said += chunk;
        if (said.includes('Ctrl-C stops')) resolve();
      });
    child.once('exit', () => reject(new Error(said)));
  });
}

async function geth(args: string[], env: Record<string, string> = {}) {
  const child = launch(args, env);
  let output = '';
  let complaints = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (complaints += chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { output, complaints, code };
}

function launch(args: string[], env: Record<string, string> = {}): ChildProcess {
  const command = [join(root, 'node_modules/jiti/lib/jiti-cli.mjs'), join(root, 'script/geth.ts'), ...args];
  const all = { ...process.env, PATH: path, BIJULI_HOME: home, ...env };
  return spawn(process.execPath, command, { cwd: root, env: all, stdio: ['ignore', 'pipe', 'pipe'] });
}

function rpcUrls(): string[] {
  return description.rpcNodes.map(({ host, httpPort }) => `http://${host}:${httpPort}`);
}
