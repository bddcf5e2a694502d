import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from '../run/child.ts';
import { type Description, isSingle, type NodeDescription, nodesOf } from './description.ts';
import { enodeOf, pathsIn, sealerAddress } from './folder.ts';
import { ask } from './ipc.ts';
import { endProcess, lastComplaint, lengthOf, runningPid, startDaemon } from './process.ts';
import type { Programs } from './programs.ts';

/** Where nodes are run, and by what. */
export type Place = {
  folder: string;
  description: Description;
  programs: Programs;
  /** What a node's programs are started with, such as `ip netns exec`; nothing on a single host. */
  enter?: (node: string) => readonly string[];
};

const READY_WITHIN_MS = 30_000;
/** How often in a row a program is not found before it is gone: while it turns into another one (ip netns exec) it has no command line. */
const LOOKS = 5;
const ENDS_WITHIN_MS = 60_000;

/** Starts a node that doesn't run yet, and waits until it answers. @throws Error of one line with what the node said. */
export async function startNode(place: Place, node: NodeDescription): Promise<void> {
  const paths = pathsIn(place.folder);
  if (isRunning(place, node.name)) return;
  mkdirSync(paths.node(node.name), { recursive: true });
  const isBootnode = node.name === place.description.bootnode?.name;
  if (!isBootnode) await beginChain(place, node.name);
  const log = paths.log(node.name);
  const from = lengthOf(log);
  const command = isBootnode ? bootnodeCommand(place, node) : gethCommand(place, node);
  startDaemon([...enter(place, node.name), ...command], { log, pid: paths.pid(node.name) });

  let missed = 0;
  for (const end = Date.now() + READY_WITHIN_MS; !(await answers(place, node.name)); await sleep(100)) {
    missed = isRunning(place, node.name) ? 0 : missed + 1;
    const gone = missed === LOOKS;
    if (!gone && Date.now() < end) continue;
    const why = lastComplaint(log, from) ?? `it does not answer; its log is ${log}`;
    if (!gone) await stopNode(place, node.name, 'SIGKILL');
    throw new Error(`${node.name} did not start: ${why}`);
  }
}

/** @param signal SIGKILL as a crash would. */
export async function stopNode({ folder }: Pick<Place, 'folder'>, name: string, signal: NodeJS.Signals = 'SIGTERM') {
  const paths = pathsIn(folder);
  await endProcess(paths.pid(name), markOf(folder, name), signal, ENDS_WITHIN_MS);
}

export function isRunning({ folder }: Pick<Place, 'folder'>, name: string): boolean {
  return runningPid(pathsIn(folder).pid(name), markOf(folder, name)) !== null;
}

/** Takes away a node's chain. Its keys stay, and it copies the chain from its peers when it is started. */
export async function resetNode(place: Place, name: string): Promise<void> {
  if (isRunning(place, name)) throw new Error(`${name} runs: "npm run geth -- stop" first.`);
  const { chain, begun } = pathsIn(place.folder);
  rmSync(chain(name), { recursive: true, force: true });
  rmSync(begun(name), { force: true });
}

/** Writes the first block into a node's folder, once. @throws Error when a chain was there and is gone. */
async function beginChain({ folder, description, programs }: Place, name: string): Promise<void> {
  const paths = pathsIn(folder);
  if (existsSync(paths.begun(name))) {
    if (existsSync(paths.chain(name))) return;
    const otherwise = isSingle(description)
      ? '"npm run geth -- --dev reset" makes another network'
      : `"npm run geth -- reset ${name}" has it copied from its peers`;
    throw new Error(`The chain of ${name} is gone (${paths.chain(name)}): put it back, or ${otherwise}.`);
  }
  const datadir = ['--datadir', paths.node(name)];
  const { code, complaints } = await startChild(programs.geth, [...datadir, 'init', paths.genesis]).ended;
  if (code !== 0) throw new Error(`${name}: ${lastLine(complaints)}`);
  if (existsSync(paths.sealerKey(name))) await importKey(programs.geth, folder, name);
  writeFileSync(paths.begun(name), '');
}

/** geth seals with a key file of its own making. */
async function importKey(geth: string, folder: string, name: string): Promise<void> {
  const paths = pathsIn(folder);
  if (existsSync(`${paths.node(name)}/keystore`) && (await hasKey(geth, folder, name))) return;
  const args = ['--datadir', paths.node(name), 'account', 'import', '--lightkdf', '--password', paths.password];
  const { code, complaints } = await startChild(geth, [...args, paths.sealerKey(name)]).ended;
  if (code !== 0) throw new Error(`${name}: ${lastLine(complaints)}`);
}

async function hasKey(geth: string, folder: string, name: string): Promise<boolean> {
  const { output } = await startChild(geth, ['--datadir', pathsIn(folder).node(name), 'account', 'list']).ended;
  return output.includes(sealerAddress(folder, name).slice(2).toLowerCase());
}

function bootnodeCommand({ folder, programs }: Place, { name, host, port }: NodeDescription): string[] {
  return [programs.bootnode ?? '', '-nodekey', pathsIn(folder).nodeKey(name), '-addr', `${host}:${port}`];
}

function gethCommand(place: Place, node: NodeDescription): string[] {
  const { folder, description, programs } = place;
  const paths = pathsIn(folder);
  const { chainId, gasLimit } = description;
  writeFileSync(paths.toml(node.name), tomlOf(place, node));
  const common = [
    ...['--config', paths.toml(node.name), '--datadir', paths.node(node.name), '--nodekey', paths.nodeKey(node.name)],
    ...['--networkid', String(chainId), '--nat', `extip:${node.host}`, '--syncmode', 'full'],
    // Each block's state is written at once: after a crash a pruning node would go back to what it wrote last, which may be weeks ago.
    ...['--cache', '256', '--gcmode', 'archive'],
    // geth 1.13 always opens the engine's port, on loopback and behind a secret of its own: any free one will do.
    ...['--authrpc.port', '0'],
    ...(node.metricsPort ? metricsArgs(node.metricsPort) : []),
  ];
  const { bootnode } = description;
  const peers = bootnode ? ['--bootnodes', enodeOf(folder, bootnode)] : ['--nodiscover', '--maxpeers', '0'];
  const rpc = description.rpcNodes.find(({ name }) => name === node.name);
  const role = rpc ? rpcArgs(description, rpc) : sealerArgs(place, node.name, gasLimit);
  const single = isSingle(description) ? singleArgs(description) : [];
  return [programs.geth, ...common, ...peers, ...role, ...single];
}

/** Seals with the one account that it holds, and nobody can reach it but its peers and its own user. */
function sealerArgs({ folder }: Place, name: string, gasLimit: number): string[] {
  const account = sealerAddress(folder, name);
  return [
    ...['--mine', '--miner.etherbase', account, '--unlock', account, '--password', pathsIn(folder).password],
    // Any fee will do: sealing is paid for by those who run the network, and fees only keep the blocks from being filled with rubbish.
    ...['--miner.gaslimit', String(gasLimit), '--miner.gasprice', '1'],
  ];
}

/** Makes the blocks too. Its own account has no coins and no role. */
function singleArgs({ blockSeconds, gasLimit }: Description): string[] {
  return ['--dev', '--dev.period', String(blockSeconds), '--miner.gaslimit', String(gasLimit)];
}

function metricsArgs(port: number): string[] {
  return ['--metrics', '--metrics.addr', '127.0.0.1', '--metrics.port', String(port)];
}

/** Answers everybody and holds no key. */
function rpcArgs({ page }: Description, { host, httpPort }: Description['rpcNodes'][number]): string[] {
  return [
    ...['--http', '--http.addr', host, '--http.port', String(httpPort), '--http.api', 'eth,net,web3'],
    ...['--http.vhosts', `${host},localhost`, '--http.corsdomain', page.origins.join(',')],
    ...['--rpc.batch-request-limit', '200', '--rpc.batch-response-max-size', '10000000'],
    // What a transaction may cost is for its wallet to say: a billing run in a busy hour costs more than the one coin that geth would allow.
    ...['--rpc.txfeecap', '0'],
  ];
}

/** What no flag says: where to listen for peers, and whom to call again whenever they are gone. */
function tomlOf({ folder, description }: Place, { name, host, port }: NodeDescription): string {
  const peers = nodesOf(description).filter((other) => other.name !== name && other !== description.bootnode);
  const enodes = JSON.stringify(peers.map((peer) => enodeOf(folder, peer)));
  return `[Node.P2P]\nListenAddr = "${host}:${port}"\nStaticNodes = ${enodes}\nTrustedNodes = ${enodes}\n`;
}

async function answers({ folder, description }: Place, name: string): Promise<boolean> {
  if (name === description.bootnode?.name) return isRunning({ folder }, name);
  return ask(pathsIn(folder).ipc(name), 'eth_blockNumber').then(
    () => true,
    () => false,
  );
}

function enter({ enter }: Place, name: string): readonly string[] {
  return enter?.(name) ?? [];
}

/** What only this node's command line holds. */
function markOf(folder: string, name: string): string {
  return pathsIn(folder).nodeKey(name);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
