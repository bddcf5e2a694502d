import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Address, Hex } from 'viem';
import { type AccountName, type Description, nodesOf, parseDescription, readDescription } from './description.ts';
import { type Allocation, type Genesis, genesisOf, singleGenesisOf } from './genesis.ts';
import { checkSecrets, drawKey, drawPassword, readKey } from './keys.ts';

/** A private network's folder: what it was made from, its secrets, and a folder of data for each node. */
export function pathsIn(folder: string) {
  const node = (name: string) => join(folder, 'nodes', name);
  const keys = join(folder, 'keys');
  const known = join(folder, 'public');
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
    /** What other hosts know of the keys. */
    public: known,
    nodePublicKey: (name: string) => join(known, `${name}.node`),
    sealerAddress: (name: string) => join(known, `${name}.sealer`),
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

type Beginning = {
  /** Seconds since 1970; now if not given. */
  time?: number;
  /** Further accounts of the first block. */
  alloc?: Record<Address, Allocation>;
  /** For a single node: geth's own first block of a development chain. */
  own?: Genesis;
};

/** Draws all keys and writes the first block. Nothing is left of it when that fails. */
export function createFolder(
  folder: string,
  description: Description,
  { time = Math.floor(Date.now() / 1000), alloc = {}, own }: Beginning = {},
) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const paths = pathsIn(unfinished);
  mkdirSync(paths.keys, { recursive: true, mode: 0o700 });
  mkdirSync(paths.public);
  drawPassword(paths.password);
  for (const { name } of nodesOf(description)) drawNodeKey(unfinished, name);
  const sealers = description.sealers.map(({ name }) => drawSealerKey(unfinished, name));
  const funded = new Map(
    Object.entries(description.accounts).map(([name, coins]) => [drawKey(paths.accountKey(name)).address, coins]),
  );
  const facts = { sealers, funded, time, alloc };
  writeJson(paths.genesis, own ? singleGenesisOf(description, own, facts) : genesisOf(description, facts));
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
function readGenesis(folder: string): Genesis {
  const file = pathsIn(folder).genesis;
  try {
    const genesis = JSON.parse(readFileSync(file, 'utf8'));
    if (genesis.config.chainId && genesis.gasLimit && genesis.alloc) return genesis;
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

/** The account that a sealer seals with. */
export function sealerAddress(folder: string, name: string): Address {
  return readPublic(pathsIn(folder).sealerAddress(name)) as Address;
}

/** By which others reach a node. */
export function enodeOf(folder: string, { name, host, port }: { name: string; host: string; port: number }): string {
  return `enode://${readPublic(pathsIn(folder).nodePublicKey(name))}@${host}:${port}`;
}

/** Draws a node's key. What others must know of it stands apart: no host needs the keys of another. */
export function drawNodeKey(folder: string, name: string) {
  const paths = pathsIn(folder);
  writeFileSync(paths.nodePublicKey(name), drawKey(paths.nodeKey(name)).publicKey);
}

export function drawSealerKey(folder: string, name: string): Address {
  const paths = pathsIn(folder);
  const { address } = drawKey(paths.sealerKey(name));
  writeFileSync(paths.sealerAddress(name), address);
  return address;
}

function readPublic(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is gone: copy it from another host of the network.`);
  return readFileSync(file, 'utf8').trim();
}

function writeJson(file: string, value: unknown) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
