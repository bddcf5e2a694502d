import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileContracts } from '../run/compile.ts';
import { buildPage, servePage } from '../run/page.ts';
import { checkPort } from '../run/ports.ts';
import { step } from '../run/steps.ts';
import { type Description, isSingle, nodesOf, readDescription } from './description.ts';
import { createFolder, folderExists, openFolder, pathsIn } from './folder.ts';
import { type NodeStatus, sealersBy, startNodes, statusOf, stopNodes, waitForBlock } from './network.ts';
import { isRunning, type Place, resetNode, startNode, stopNode } from './node.ts';
import { endProcess } from './process.ts';
import { bijuliHome, developmentGenesis, type Programs } from './programs.ts';
import { addSealer, removeSealer } from './sealers.ts';
import { watch } from './watch.ts';

const CAUGHT_UP_WITHIN_MS = 300_000;
/** What the command line of the process that serves the page holds. */
const PAGE_MARK = 'geth.ts';

/** Which network is meant: its folder in `bijuliHome`, what it is run by, and the description that it is made from. */
export type Scope = { folder: 'network' | 'dev'; programs: () => Promise<Programs>; description: string };

/** Makes the network where there is none, starts it, and serves the page until the process ends. */
export async function start(scope: Scope): Promise<void> {
  const programs = await scope.programs();
  const folder = folderOf(scope);
  if (!folderExists(folder)) {
    const description = readDescription(scope.description);
    const own = isSingle(description) ? { own: await developmentGenesis(programs.geth) } : {};
    createFolder(folder, description, own);
  }
  const place: Place = { folder, description: openFolder(folder), programs };
  const { description } = place;
  await checkPorts(place);

  await compileContracts();
  // It needs the ABI that has just been written.
  const { ensureContracts } = await import('./contracts.ts');
  let isStopping = false;
  const end = async () => {
    if (isStopping) return;
    isStopping = true;
    console.log('Stopping the nodes…');
    await stopNodes(place);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  await step('Starting the nodes', () => startNodes(place));
  await step('Waiting until all have the same chain', () => waitUntilCaughtUp(place));
  const paths = pathsIn(folder);
  const [config] = await Promise.all([
    step(existsSync(paths.config) ? 'Checking the contracts' : 'Deploying the contracts', () => ensureContracts(place)),
    step('Building the page', () => buildPage(paths.page, 'production')),
  ]);
  writeFileSync(join(paths.page, 'config.json'), JSON.stringify(config, null, 2));
  await step('Serving the page', () => servePage(paths.page, description.page.port));
  writeFileSync(paths.pagePid, String(process.pid));
  printWhere(scope, place, config.chain.rpcUrls);
  await watch(place);
}

/** The node that answers us has what any of them has, and at least one block. */
async function waitUntilCaughtUp(place: Place): Promise<void> {
  const newest = Math.max(1, ...(await statusOf(place)).map(({ head }) => head?.number ?? 0));
  await waitForBlock(place, place.description.rpcNodes[0]?.name ?? '', newest, CAUGHT_UP_WITHIN_MS);
}

export async function startOne(scope: Scope, name: string): Promise<void> {
  const place = await existingPlace(scope);
  const node = nodeNamed(place.description, name);
  await startNode(place, node);
  console.log(`${name} runs.`);
}

export async function stop(scope: Scope, name: string | undefined): Promise<void> {
  const { folder, description } = existing(scope);
  if (name) {
    await stopNode({ folder }, nodeNamed(description, name).name);
    console.log(`${name} is stopped.`);
    return;
  }
  await stopNodes({ folder, description });
  await endProcess(pathsIn(folder).pagePid, PAGE_MARK, 'SIGKILL', 5_000);
  console.log(`All nodes are stopped. "${commandFor(scope)}" goes on where they were.`);
}

export async function showStatus(scope: Scope): Promise<void> {
  const place = existing(scope);
  const statuses = await statusOf(place);
  for (const status of statuses) console.log(lineOf(place, status));
  const answering = statuses.find(({ head, node }) => head && place.description.sealers.includes(node));
  if (answering) console.log(`Sealers: ${(await sealersBy(place, answering.node.name)).join(' ')}`);
}

/** Without a name: the whole network and its keys, which can't be had back. */
export async function reset(scope: Scope, name: string | undefined): Promise<void> {
  const folder = folderOf(scope);
  if (name) {
    const place = await existingPlace(scope);
    nodeNamed(place.description, name);
    if (isSingle(place.description))
      throw new Error(`Only ${name} has its chain: "${commandFor(scope, 'reset')}" takes all away.`);
    await resetNode(place, name);
    console.log(
      `The chain of ${name} is taken away; "${commandFor(scope, `start ${name}`)}" copies it from its peers.`,
    );
    return;
  }
  if (!existsSync(folder)) throw noNetwork(scope);
  const running = folderExists(folder)
    ? nodesOf(readDescription(pathsIn(folder).description)).filter((node) => isRunning({ folder }, node.name))
    : [];
  if (running.length > 0)
    throw new Error(`${running.map((node) => node.name).join(', ')} run: "${commandFor(scope, 'stop')}" first.`);
  rmSync(folder, { recursive: true });
  console.log(`${folder} is gone, chain and keys. "${commandFor(scope)}" makes another network.`);
}

export async function addSealerTo(
  scope: Scope,
  name: string,
  at: { host?: string | undefined; port?: number | undefined },
) {
  const place = await existingPlace(scope);
  const given = { ...(at.host && { host: at.host }), ...(at.port && { port: at.port }) };
  const { sealers } = await step(`Adding ${name}`, () => addSealer(place, name, given));
  console.log(`The sealers are ${sealers.map((sealer) => sealer.name).join(', ')}.`);
}

export async function removeSealerFrom(scope: Scope, name: string): Promise<void> {
  const place = await existingPlace(scope);
  const { sealers } = await step(`Removing ${name}`, () => removeSealer(place, name));
  console.log(`The sealers are ${sealers.map((sealer) => sealer.name).join(', ')}.`);
}

export async function fundFrom(scope: Scope, to: string | undefined, coins: string | undefined): Promise<void> {
  const place = await existingPlace(scope);
  const { fund } = await import('./fund.ts');
  await fund(place, to, coins);
  console.log(`${to} has ${coins} ${place.description.coin.symbol} more.`);
}

function noNetwork(scope: Scope): Error {
  return new Error(`There is no network yet: "${commandFor(scope)}" makes it.`);
}

/** What is typed for a command on the network that is meant. */
function commandFor({ folder }: Scope, command = ''): string {
  const args = [folder === 'dev' && '--dev', command].filter(Boolean);
  return args.length > 0 ? `npm run geth -- ${args.join(' ')}` : 'npm run geth';
}

function folderOf({ folder }: Scope): string {
  return join(bijuliHome(), folder);
}

function existing(scope: Scope): Pick<Place, 'folder' | 'description'> {
  const folder = folderOf(scope);
  if (!folderExists(folder)) throw noNetwork(scope);
  return { folder, description: openFolder(folder) };
}

async function existingPlace(scope: Scope): Promise<Place> {
  return { ...existing(scope), programs: await scope.programs() };
}

function nodeNamed(description: Description, name: string) {
  const nodes = nodesOf(description);
  const node = nodes.find((one) => one.name === name);
  if (!node) throw new Error(`${name} is no node of this network; it has ${nodes.map((one) => one.name).join(', ')}.`);
  return node;
}

/** Before anything is started: a port that is taken is named, with what it is for. */
async function checkPorts({ folder, description }: Place): Promise<void> {
  const remedy = (name: string) => `give ${name} another in ${pathsIn(folder).description}`;
  for (const { name, host, port, metricsPort } of nodesOf(description)) {
    if (isRunning({ folder }, name)) continue;
    await checkPort(host, port, remedy(name));
    if (metricsPort) await checkPort('127.0.0.1', metricsPort, remedy(name));
    const rpc = description.rpcNodes.find((node) => node.name === name);
    if (rpc) await checkPort(host, rpc.httpPort, remedy(name));
  }
  await checkPort('127.0.0.1', description.page.port, remedy('the page'));
}

function lineOf(place: Pick<Place, 'folder' | 'description'>, { node, head, peers }: NodeStatus): string {
  const { description } = place;
  const role = description.sealers.includes(node) ? 'sealer' : node === description.bootnode ? 'bootnode' : 'RPC node';
  const about = `${node.name.padEnd(12)} ${role.padEnd(9)} ${node.host}:${node.port}`.padEnd(48);
  if (!isRunning(place, node.name)) return `${about} does not run`;
  if (node === description.bootnode) return `${about} runs`;
  if (!head) return `${about} runs, and does not answer`;
  const age = Math.max(0, Math.round(Date.now() / 1000 - head.time));
  return `${about} block ${head.number} (${age} s ago, ${head.hash.slice(0, 10)}), ${peers} peers`;
}

function printWhere(scope: Scope, { folder, description }: Place, rpcUrls: readonly string[]) {
  const keys = pathsIn(folder).keys;
  console.log(`
  Bijuli is at http://127.0.0.1:${description.page.port}

  MetaMask    network ${description.name}, chain id ${description.chainId}, symbol ${description.coin.symbol}
              RPC URL ${rpcUrls.join(' or ')}
  Keys        ${keys}: import operator.account and others into a wallet of whoever has that role
  Another terminal: ${commandFor(scope, 'status')}

  Ctrl-C stops the page and all nodes.`);
}
