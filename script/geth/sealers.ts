import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from 'viem';
import { nodesOf, parseDescription } from './description.ts';
import { drawNodeKey, drawSealerKey, enodeOf, pathsIn, saveDescription, sealerAddress } from './folder.ts';
import { ask } from './ipc.ts';
import { sealersBy } from './network.ts';
import { isRunning, type Place, startNode, stopNode } from './node.ts';

/** Blocks in which a vote must have been counted. */
const COUNTED_WITHIN_BLOCKS = 12;

/**
 * Starts another sealer, and has those that there are vote for it. More than half of them must run.
 * @param at Where it listens; beside the last one if not given.
 * @returns The description with it.
 */
export async function addSealer(place: Place, name: string, at: { host?: string; port?: number } = {}) {
  const { folder, description } = place;
  const last = nodesOf(description).reduce((a, b) => (a.port > b.port ? a : b));
  const node = { name, host: at.host ?? last.host, port: at.port ?? last.port + 1 };
  const grown = parseDescription({ ...description, sealers: [...description.sealers, node] }, 'add-sealer');
  checkMajority(place, description.sealers.length);
  const paths = pathsIn(folder);
  // One that was removed, or whose adding was broken off, still has its keys.
  if (!existsSync(paths.nodePublicKey(name))) drawNodeKey(folder, name);
  const account = existsSync(paths.sealerAddress(name)) ? sealerAddress(folder, name) : drawSealerKey(folder, name);
  saveDescription(folder, grown);
  await startNode({ ...place, description: grown }, node);
  // The others learn of it by their files when they are started again, and now by this.
  for (const { name: peer } of nodesOf(description)) {
    if (peer !== description.bootnode?.name && isRunning(place, peer))
      await ask(paths.ipc(peer), 'admin_addPeer', [enodeOf(folder, node)]);
  }
  await vote(place, account, true);
  return grown;
}

/** Has the others vote a sealer out, and stops it. Its keys and its folder stay. @returns The description without it. */
export async function removeSealer(place: Place, name: string) {
  const { folder, description } = place;
  const left = description.sealers.filter((sealer) => sealer.name !== name);
  if (left.length === description.sealers.length)
    throw new Error(
      `${name} is no sealer of this network; it has ${description.sealers.map((one) => one.name).join(', ')}.`,
    );
  if (left.length === 0) throw new Error(`${name} is the only sealer: without it the chain would stand still.`);
  const shrunk = { ...description, sealers: left };
  const others = { ...place, description: shrunk };
  checkMajority(others, description.sealers.length);
  await vote(others, sealerAddress(folder, name), false);
  await stopNode(place, name);
  saveDescription(folder, shrunk);
  return shrunk;
}

/** Each sealer that runs puts its vote into the blocks that it seals, until they have been counted (EIP-225). */
async function vote(place: Place, account: Address, isIn: boolean): Promise<void> {
  const running = place.description.sealers.filter(({ name }) => isRunning(place, name));
  const files = running.map(({ name }) => pathsIn(place.folder).ipc(name));
  const { blockSeconds } = place.description;
  for (const file of files) await ask(file, 'clique_propose', [account, isIn]);
  const isCounted = async () =>
    (await sealersBy(place, running[0]?.name ?? '')).some((one) => one.toLowerCase() === account.toLowerCase()) ===
    isIn;
  for (let waited = 0; !(await isCounted()); waited++) {
    if (waited > COUNTED_WITHIN_BLOCKS)
      throw new Error(`The votes on ${account} have not been counted: more than half of the sealers must seal.`);
    await sleep(blockSeconds * 1000);
  }
  for (const file of files) await ask(file, 'clique_discard', [account]);
}

/** @param all Sealers that have a vote. */
function checkMajority(place: Place, all: number) {
  const running = place.description.sealers.filter(({ name }) => isRunning(place, name)).length;
  if (running * 2 <= all)
    throw new Error(`${running} of ${all} sealers run; more than half must, to vote: "npm run geth" starts them.`);
}
