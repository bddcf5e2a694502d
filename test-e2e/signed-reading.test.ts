import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { connectWallet, expect, test } from './world/test.ts';

const number = 102000014330n;
const root = join(import.meta.dirname, '..');

test('anyone brings what a meter signed, and it counts once', async ({ page, chain, open, giveWallet }) => {
  const { accounts, node } = chain;
  const key = generatePrivateKey();
  await chain.write(accounts.board, 'electricityBilling', 'setMeterKey', [number, privateKeyToAddress(key)]);
  await chain.passDays(1);
  const before = await chain.read<{ register: number }>('electricityBilling', 'connection', [number]);
  const { timestamp } = await node.getBlock();
  const text = execFileSync(
    process.execPath,
    [
      'node_modules/jiti/lib/jiti-cli.mjs',
      'script/meter.ts',
      ...['--contract', chain.config.contracts.electricityBilling, '--chain-id', String(chain.config.chain.id)],
      ...['--connection', String(number), '--register', String(Number(before.register) + 12_000)],
      ...['--at', new Date(Number(timestamp) * 1000).toISOString()],
    ],
    { cwd: root, env: { ...process.env, METER_PRIVATE_KEY: key }, encoding: 'utf8' },
  );

  await giveWallet(accounts.family);
  await open('/signed-reading');
  await connectWallet(page);
  const field = page.getByLabel('What the meter or its gateway gave');
  await field.fill(text.replace('"ownRegister"', '"register"'));
  await expect(page.getByText('register is')).toBeVisible();
  await field.fill(text);
  await expect(page.getByText(String(number), { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Bring it to the chain' }).click();
  await expect
    .poll(async () => (await chain.read<{ register: number }>('electricityBilling', 'connection', [number])).register)
    .toBe(Number(before.register) + 12_000);

  await field.fill(text);
  await page.getByRole('button', { name: 'Bring it to the chain' }).click();
  await expect(page.getByText(/is not later than the latest one/)).toBeVisible();
});
