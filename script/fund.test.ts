import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from './demo/timeline.ts';
import { type Anvil, startAnvil } from './run/anvil.ts';
import { unusedPort } from './run/ports.ts';

const jiti = join(import.meta.dirname, '../node_modules/jiti/lib/jiti-cli.mjs');
const address = privateKeyToAddress(generatePrivateKey());
let port: number;
let anvil: Anvil;
beforeAll(async () => {
  port = await unusedPort();
  anvil = await startAnvil(port);
});
afterAll(() => anvil.stop());

function fund(account: string, rpcPort = port) {
  const env = { ...process.env, BIJULI_RPC_PORT: String(rpcPort) };
  return spawnSync(process.execPath, [jiti, join(import.meta.dirname, 'fund.ts'), account], { env, encoding: 'utf8' });
}

test('adds to what the account has', async () => {
  for (const rupees of ['100000', '200000']) {
    expect(fund(address)).toMatchObject({ status: 0, stdout: `${address} has 1,00,000 INR more.\n`, stderr: '' });
    expect(await connect(anvil.rpcUrl).getBalance({ address })).toBe(parseEther(rupees));
  }
});

test('refuses what is no address, and says where no chain runs', async () => {
  expect(fund('0x12')).toMatchObject({
    status: 1,
    stderr: 'Usage: npm run fund -- <address>, 0x and 40 hexadecimal digits\n',
  });
  expect(fund(address, 1)).toMatchObject({
    status: 1,
    stderr: 'The local chain doesn\'t run at http://127.0.0.1:1: "npm start" starts it.\n',
  });
});
