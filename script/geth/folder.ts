import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Address, bytesToHex, type Hex } from 'viem';
import { privateKeyToAccount, privateKeyToAddress } from 'viem/accounts';
import { type AccountName, type Description, nodesOf, parseDescription, readDescription } from './description.ts';
import { type Allocation, genesisOf } from './genesis.ts';

/** A private network's folder: what it was made from, its secrets, and a folder of data for each node. */
export function pathsIn(folder: string) {
  const node = (name: string) => join(folder, 'nodes', name);
  const keys = join(folder, 'keys');
  return {
    description: join(folder, 'network.json'),
    genesis: join(folder, 'genesis.json'),
    config: join(folder, 'config.json'),
    page: join(folder, 'page'),
    pagePid: join(folder, 'page.pid'),
    keys,
    /** Of the sealers' key files. */
    password: join(keys, 'password'),
    accountKey: (name: string) => join(keys, `${name}.account`),
    sealerKey: (name: string) => join(keys, `${name}.sealer`),
    /** By which a node is known to its peers. */
    nodeKey: (name: string) => join(keys, `${name}.node`),
    node,
    chain: (name: string) => join(node(name), 'geth', 'chaindata'),
    toml: (name: string) => join(node(name), 'config.toml'),
    log: (name: string) => join(node(name), 'log'),
    pid: (name: string) => join(node(name), 'pid'),
    ipc: (name: string) => join(node(name), 'geth.ipc'),
    /** There once a node's chain has been begun. */
    begun: (name: string) => join(node(name), 'begun'),
  };
}

/** Draws all keys and writes the first block. Nothing is left of it when that fails. */
export function createFolder(
  folder: string,
  description: Description,
  { time = Math.floor(Date.now() / 1000), alloc = {} }: { time?: number; alloc?: Record<Address, Allocation> } = {},
) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const paths = pathsIn(unfinished);
  mkdirSync(paths.keys, { recursive: true, mode: 0o700 });
  writeSecret(paths.password, randomBytes(24).toString('base64url'));
  for (const { name } of nodesOf(description)) drawKey(paths.nodeKey(name));
  const sealers = description.sealers.map(({ name }) => drawKey(paths.sealerKey(name)));
  const funded = new Map(
    Object.entries(description.accounts).map(([name, coins]) => [drawKey(paths.accountKey(name)), coins]),
  );
  writeJson(paths.genesis, genesisOf(description, { sealers, funded, time, alloc }));
  writeJson(paths.description, description);
  renameSync(unfinished, folder);
}

/** @throws Error of one line: something is damaged or can be read by others. */
export function openFolder(folder: string): Description {
  const paths = pathsIn(folder);
  checkSecrets(paths.keys);
  const description = readDescription(paths.description);
  const { config } = readGenesis(folder);
  if (config.chainId !== description.chainId)
    throw new Error(
      `${paths.genesis} is of chain ${config.chainId}, and ${paths.description} of chain ${description.chainId}: put back the one that belongs here.`,
    );
  return description;
}

export function folderExists(folder: string): boolean {
  return existsSync(pathsIn(folder).description);
}

/** @throws Error of one line where it is damaged. */
export function readGenesis(folder: string): { config: { chainId: number } } {
  const file = pathsIn(folder).genesis;
  try {
    const genesis = JSON.parse(readFileSync(file, 'utf8'));
    if (genesis.config.chainId && genesis.extradata && genesis.alloc) return genesis;
  } catch {
    // The same line for all that can be wrong.
  }
  throw new Error(
    `${file} is damaged or gone: copy it from another host of the network; only "reset" makes another chain.`,
  );
}

/** Writes the description anew, after a node was added or taken away. */
export function saveDescription(folder: string, description: Description) {
  const { description: file } = pathsIn(folder);
  writeJson(file, parseDescription(description, file));
}

export function accountKey(folder: string, name: AccountName): Hex {
  return readKey(pathsIn(folder).accountKey(name));
}

export function sealerAddress(folder: string, name: string): Address {
  return privateKeyToAddress(readKey(pathsIn(folder).sealerKey(name)));
}

/** By which others reach a node. */
export function enodeOf(folder: string, { name, host, port }: { name: string; host: string; port: number }): string {
  const { publicKey } = privateKeyToAccount(readKey(pathsIn(folder).nodeKey(name)));
  return `enode://${publicKey.slice(4)}@${host}:${port}`;
}

/** @returns Its address. */
export function drawKey(file: string): Address {
  const key = bytesToHex(randomBytes(32));
  writeSecret(file, key.slice(2));
  return privateKeyToAddress(key);
}

function readKey(file: string): Hex {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} is not a private key: 64 hexadecimal digits.`);
  return `0x${text}`;
}

function checkSecrets(folder: string) {
  if (!existsSync(folder)) throw new Error(`${folder} is gone: put the keys back from their backup.`);
  for (const name of ['', ...readdirSync(folder)]) {
    const path = join(folder, name);
    const mode = statSync(path).mode & 0o777;
    if (mode & 0o077)
      throw new Error(
        `${path} can be read by others (mode ${mode.toString(8)}): "chmod ${name ? 600 : 700}" it, and draw it anew if others were on this machine.`,
      );
  }
}

function writeSecret(file: string, text: string) {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  // Whatever the umask says.
  chmodSync(file, 0o600);
}

function writeJson(file: string, value: unknown) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
