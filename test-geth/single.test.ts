import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Address, encodeFunctionData, type Hash, hexToBigInt, numberToHex } from 'viem';
import { nameAccounts } from '../script/demo/accounts.ts';
import { writeConfig } from '../script/geth/contracts.ts';
import { readDescription, SINGLE_NODE } from '../script/geth/description.ts';
import { createFolder } from '../script/geth/folder.ts';
import { startNodes, stopNodes } from '../script/geth/network.ts';
import type { Place } from '../script/geth/node.ts';
import { developmentGenesis, devPrograms } from '../script/geth/programs.ts';
import { unusedPort } from '../script/run/ports.ts';
import { electricityBillingAbi } from '../src/chain/abi.gen.ts';
import type { Config } from '../src/chain/config.ts';
import { pages } from '../test-e2e/world/build.ts';
import { serve } from '../test-e2e/world/serve.ts';
import { connectWallet } from '../test-e2e/world/test.ts';
import { TestWallet } from '../test-e2e/world/wallet.ts';
import { moved } from './world/moved.ts';
import { FLAT, makePast } from './world/past.ts';
import { Signer } from './world/signer.ts';

/** The most that a transaction may take by Osaka's rules (EIP-7825). */
const MOST_GAS = 2n ** 24n;
const DAY = 86_400;

type Single = { config: Config; signer: Signer; port: number };

const test = base.extend<{ single: Single }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is needed from the pattern.
  single: async ({}, use) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'bijuli-single-')), 'dev');
    const [past, programs, port] = await Promise.all([makePast(), devPrograms(), unusedPort()]);
    const page = { port, origins: [`http://127.0.0.1:${port}`] };
    const description = { ...moved(readDescription(SINGLE_NODE), 2000), blockSeconds: 1, page };
    createFolder(folder, description, { alloc: past.alloc, own: await developmentGenesis(programs.geth) });
    const place: Place = { folder, description, programs };
    try {
      await startNodes(place);
      const config = await writeConfig(place, { ...past.contracts, deploymentBlock: 0 });
      await use({ config, signer: new Signer(config.chain.rpcUrls, past.accounts.length), port });
    } finally {
      await stopNodes(place);
      rmSync(join(folder, '..'), { recursive: true });
    }
  },
});

test('a single node of today runs the contracts, and takes no transaction above 16.78 M gas', async ({ single }) => {
  const { config, signer } = single;
  const [admin, board] = signer.addresses as [Address, Address];
  const at = config.contracts.electricityBilling;
  const code = await signer.request({ method: 'eth_getCode', params: [at, 'latest'] });
  expect(String(code).length).toBeGreaterThan(40_000);
  const send = (gas: bigint) => signer.send({ from: admin, to: board, value: '0x1', gas: numberToHex(gas) });
  await expect(send(MOST_GAS + 1n)).rejects.toThrow('transaction gas limit too high');
  await receiptOf(signer, await send(MOST_GAS));
});

test('a billing run of the page stays below that in every batch', async ({ page, single }) => {
  const { config, signer, port } = single;
  const { board, newcomer } = nameAccounts(signer.addresses);
  const numbers = Array.from({ length: 450 }, (_, i) => 7001n + BigInt(i));
  const readAt = Math.floor(Date.now() / 1000);
  const common = { holder: newcomer, category: FLAT, loadW: 50_000, agreement: 513, register: 0 };
  let nonce = Number(await signer.request({ method: 'eth_getTransactionCount', params: [board, 'latest'] }));
  const send = (functionName: 'register' | 'recordReadings', args: readonly unknown[], gas: bigint) =>
    signer.send({
      from: board,
      to: config.contracts.electricityBilling,
      data: encodeFunctionData({ abi: electricityBillingAbi, functionName, args } as never),
      gas: numberToHex(gas),
      nonce: numberToHex(nonce++),
    });
  const hashes: Hash[] = [];
  for (const number of numbers)
    hashes.push(await send('register', [{ ...common, number, readAt: readAt - 31 * DAY }], 400_000n));
  const rows = numbers.map((number) => number | (100_000n << 64n) | (BigInt(readAt - 60) << 112n));
  hashes.push(await send('recordReadings', [rows], 12_000_000n));
  for (const hash of hashes) await receiptOf(signer, hash);

  const site = await serve(pages.production, config, port);
  await TestWallet.install(page, { config, node: signer }, board);
  await page.goto(`${site.origin}/#/board/billing`);
  await connectWallet(page);
  const before = hexToBigInt((await signer.request({ method: 'eth_blockNumber' })) as `0x${string}`);
  await page.getByRole('button', { name: 'Issue 450 bills' }).click();
  await expect(page.getByText('450 bills over ₹2,25,000.00 issued, none refused.')).toBeVisible({ timeout: 60_000 });
  await site.close();

  const after = hexToBigInt((await signer.request({ method: 'eth_blockNumber' })) as `0x${string}`);
  const limits: bigint[] = [];
  for (let number = before + 1n; number <= after; number++) {
    const params = [numberToHex(number), true];
    const block = await signer.request({ method: 'eth_getBlockByNumber', params });
    const { transactions } = block as { transactions: { gas: `0x${string}` }[] };
    limits.push(...transactions.map(({ gas }) => hexToBigInt(gas)));
  }
  expect(limits.length).toBeGreaterThan(1);
  for (const limit of limits) expect(limit).toBeLessThanOrEqual(MOST_GAS);
});

async function receiptOf(signer: Signer, hash: Hash) {
  await expect
    .poll(() => signer.request({ method: 'eth_getTransactionReceipt', params: [hash] }), { timeout: 60_000 })
    .toMatchObject({ status: '0x1' });
}
