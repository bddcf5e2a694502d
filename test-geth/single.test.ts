import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readDescription, SINGLE_NODE } from '../script/geth/description.ts';
import { createFolder } from '../script/geth/folder.ts';
import { startNodes, stopNodes } from '../script/geth/network.ts';
import type { Place } from '../script/geth/node.ts';
import { developmentGenesis, devPrograms } from '../script/geth/programs.ts';
import { makePast } from './world/past.ts';
import { Signer } from './world/signer.ts';

/** The most that a transaction may take by Osaka's rules (EIP-7825). */
const MOST_GAS = 2n ** 24n;

test('a single node of today makes blocks, runs the contracts, and takes no transaction above 16.78 M gas', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'bijuli-single-')), 'dev');
  const [past, programs] = await Promise.all([makePast(), devPrograms()]);
  const plain = readDescription(SINGLE_NODE);
  const rpcNodes = plain.rpcNodes.map((node) => ({ ...node, port: node.port + 2000, httpPort: node.httpPort + 2000 }));
  const description = { ...plain, rpcNodes, blockSeconds: 1 };
  createFolder(folder, description, { alloc: past.alloc, own: await developmentGenesis(programs.geth) });
  const place: Place = { folder, description, programs };
  try {
    await startNodes(place);
    const signer = new Signer([`http://127.0.0.1:${rpcNodes[0]?.httpPort}`], 2);
    const [admin, board] = signer.addresses as [`0x${string}`, `0x${string}`];
    const code = await signer.request({ method: 'eth_getCode', params: [past.contracts.electricityBilling, 'latest'] });
    expect(String(code).length).toBeGreaterThan(40_000);
    const send = (gas: bigint) => signer.send({ from: admin, to: board, value: '0x1', gas: `0x${gas.toString(16)}` });
    await expect(send(MOST_GAS + 1n)).rejects.toThrow('transaction gas limit too high');
    const hash = await send(MOST_GAS);
    await expect
      .poll(() => signer.request({ method: 'eth_getTransactionReceipt', params: [hash] }), { timeout: 20_000 })
      .toMatchObject({ status: '0x1' });
  } finally {
    await stopNodes(place);
    rmSync(join(folder, '..'), { recursive: true });
  }
});
