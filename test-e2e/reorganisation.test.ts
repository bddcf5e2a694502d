import { encodeFunctionData, type Hex, numberToHex } from 'viem';
import { electricityBillingAbi } from '../src/chain/abi.gen.ts';
import { chooseAmount, panel, pay, payButton } from './screens/consumer.ts';
import type { Chain } from './world/chain.ts';
import { type NodeProxy, startProxy } from './world/proxy.ts';
import { connectWallet, expect, test } from './world/test.ts';

const home = '102000014330';
const number = BigInt(home);
const fellOut = 'It fell out of the chain when two parts of the network came together again';

const ask = ({ node }: Chain, method: string, ...params: unknown[]) => node.request({ method, params } as never);

const creditedOn = async (chain: Chain) => {
  const { credited } = await chain.read<{ credited: bigint }>('electricityBilling', 'connection', [number]);
  return credited;
};

/** An empty block takes the place of the latest one. @returns what brings its only transaction back into the pool of the node */
async function takeBlockAway(chain: Chain): Promise<() => Promise<unknown>> {
  const { transactions } = await chain.node.getBlock();
  const raw: Hex = await ask(chain, 'eth_getRawTransactionByHash', transactions[0]);
  await chain.node.setAutomine(false);
  await ask(chain, 'anvil_reorg', 1, []);
  return () => ask(chain, 'eth_sendRawTransaction', raw);
}

test.describe('a payment', () => {
  test.beforeEach(async ({ page, chain, open, giveWallet, configure }) => {
    await configure({ confirmations: 2 });
    await giveWallet(chain.accounts['london-home']);
    await open(`/connection/${home}/pay`);
    await connectWallet(page);
  });

  test('is final when blocks lie upon its block', async ({ page, chain }) => {
    await pay(page, '10');
    const paid = panel(page, 'Paid');
    await expect(paid).toContainText(/In block [\d,]+\. Final after 2 more blocks\./);
    await chain.node.mine({ blocks: 1 });
    await expect(paid).toContainText('Final after 1 more block.');
    await paid.getByRole('link', { name: 'Open the receipt' }).click();
    await expect(page.getByRole('definition').filter({ hasText: 'Final' })).toContainText('Final after 1 more block.');
    await chain.node.mine({ blocks: 1 });
    await expect(page.getByRole('definition').filter({ hasText: 'Final' })).toContainText(/In block [\d,]+\. Final\./);
  });

  test('that falls out of the chain waits, and is paid when it is in a block again', async ({ page, chain }) => {
    const before = await creditedOn(chain);
    await pay(page, '10');
    const bringBack = await takeBlockAway(chain);
    await bringBack();
    const waiting = panel(page, 'Not paid yet');
    await expect(waiting).toContainText(fellOut);
    await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeHidden();
    await chain.node.mine({ blocks: 1 });
    await expect(panel(page, 'Paid')).toContainText('Final after 2 more blocks.');
    await chain.node.mine({ blocks: 2 });
    await expect(panel(page, 'Paid')).toContainText(/In block [\d,]+\. Final\./);
    expect(await creditedOn(chain)).toBe(before + 10_000_000n);
  });

  test('that no node knows any more can be sent again, and is carried out once', async ({ page, chain }) => {
    const before = await creditedOn(chain);
    await pay(page, '10');
    const bringBack = await takeBlockAway(chain);
    const waiting = panel(page, 'Not paid yet');
    await expect(waiting).toContainText(fellOut);
    await expect(waiting).toContainText('No node knows it any more: it was not carried out.', { timeout: 60_000 });
    await chain.node.setAutomine(true);
    await waiting.getByRole('button', { name: 'Try again' }).click();
    await expect(panel(page, 'Paid')).toContainText('Final after 2 more blocks.');
    await expect(bringBack()).rejects.toThrow(/nonce too low/);
    expect(await creditedOn(chain)).toBe(before + 10_000_000n);
  });

  test('is watched after the page is loaded again', async ({ page, chain }) => {
    await pay(page, '10');
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const bringBack = await takeBlockAway(chain);
    await bringBack();
    const tray = page.getByRole('list', { name: 'Your transactions' });
    await expect(tray).toContainText(fellOut);
    await chain.node.mine({ blocks: 1 });
    await expect(tray).toContainText('Done');
  });
});

test('what stands in a block of another branch takes the place of what stood in the first', async ({
  page,
  chain,
  open,
  configure,
}) => {
  await configure({ confirmations: 2 });
  await open(`/connection/${home}`);
  const payments = page.getByRole('table', { name: 'Payments' }).getByRole('row');
  await expect(payments.nth(1)).toBeVisible();
  const payment = (amount: bigint) => ({
    from: chain.accounts['london-home'],
    to: chain.config.contracts.electricityBilling,
    data: encodeFunctionData({ abi: electricityBillingAbi, functionName: 'pay', args: [number, amount] }),
    value: numberToHex(amount * 10n ** 12n),
    gas: numberToHex(300_000),
  });
  await ask(chain, 'eth_sendTransaction', payment(3_210_000n));
  await expect(payments.filter({ hasText: '₹3.21' })).toBeVisible();
  await ask(chain, 'anvil_reorg', 1, [[payment(4_560_000n), 0]]);
  await expect(payments.filter({ hasText: '₹4.56' })).toBeVisible();
  await expect(payments.filter({ hasText: '₹3.21' })).toBeHidden();
  // Nothing but the branch tells of it here: the next block is empty.
  await chain.node.setAutomine(false);
  await ask(chain, 'anvil_reorg', 1, []);
  await chain.node.mine({ blocks: 1 });
  await expect(payments.filter({ hasText: '₹4.56' })).toBeHidden();
});

for (const [what, fail] of [
  ['ends', (node: NodeProxy) => node.stop()],
  ['hangs', (node: NodeProxy) => node.hang()],
] as const) {
  test(`when a node ${what} the page goes on with the next one`, async ({
    page,
    chain,
    open,
    giveWallet,
    configure,
  }) => {
    const first = await startProxy(chain.anvil.rpcUrl);
    await configure({ rpcUrls: [first.rpcUrl, chain.anvil.rpcUrl], blockSeconds: 5 });
    await giveWallet(chain.accounts['london-home']);
    await open(`/connection/${home}/pay`);
    await connectWallet(page);
    await chooseAmount(page, '10');
    await chain.node.setAutomine(false);
    await payButton(page).click();
    await expect(page.getByText('The chain has it and will put it in a block.')).toBeVisible();
    fail(first);
    await chain.node.mine({ blocks: 1 });
    await expect(panel(page, 'Paid')).toContainText('Final.');
    await expect(page.getByText('The node has stopped answering.')).toBeHidden();
    first.stop();
  });
}

test('a chain that stands still is told, until it goes on', async ({ page, chain, open, configure }) => {
  await configure({ blockSeconds: 1 });
  await chain.node.setAutomine(false);
  await open('/');
  const alert = page.getByRole('alert').filter({ hasText: 'The chain stands still: its last block is of' });
  await expect(alert).toBeVisible({ timeout: 20_000 });
  await chain.node.mine({ blocks: 1 });
  await expect(alert).toBeHidden();
});
