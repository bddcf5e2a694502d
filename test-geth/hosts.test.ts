import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { DESCRIPTION, nodesOf, readDescription } from '../script/geth/description.ts';
import { createFolder, openFolder, pathsIn } from '../script/geth/folder.ts';
import { waitForBlock } from '../script/geth/network.ts';
import { type Place, startNode, stopNode } from '../script/geth/node.ts';
import { cliquePrograms } from '../script/geth/programs.ts';
import { moved } from './world/moved.ts';

test('a network runs on hosts that hold only what docs/operations.md gives each of them', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bijuli-hosts-'));
  const made = join(home, 'made');
  const description = moved(readDescription(DESCRIPTION), 4000);
  createFolder(made, description);
  const programs = await cliquePrograms();
  const places = nodesOf(description).map(({ name }): Place => {
    const folder = join(home, name);
    mkdirSync(pathsIn(folder).keys, { recursive: true, mode: 0o700 });
    for (const file of ['genesis.json', 'network.json', 'public', `keys/${name}.node`]) copy(made, folder, file);
    if (description.sealers.some((sealer) => sealer.name === name))
      for (const file of [`keys/${name}.sealer`, 'keys/password']) copy(made, folder, file);
    return { folder, description: openFolder(folder), programs };
  });
  const nodes = nodesOf(description).map((node, i) => ({ node, place: places[i] as Place }));
  try {
    for (const { node, place } of nodes) await startNode(place, node);
    const blocks = nodes.filter(({ node }) => node.name !== description.bootnode?.name);
    for (const { node, place } of blocks) await waitForBlock(place, node.name, 3, 60_000);
  } finally {
    await Promise.all(nodes.map(({ node, place }) => stopNode(place, node.name)));
    rmSync(home, { recursive: true });
  }
});

function copy(from: string, to: string, file: string) {
  cpSync(join(from, file), join(to, file), { recursive: true });
  if (file.startsWith('keys/')) chmodSync(join(to, file), 0o600);
}
