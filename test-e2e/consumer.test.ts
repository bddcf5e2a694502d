import { chooseAmount, panel, pay, payButton } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';

const home = '102000014330';

test('an advance is paid, and taken back in part', async ({ page, chain, open, giveWallet }) => {
  const holder = chain.accounts['london-home'];
  const number = BigInt(home);
  const { charged, credited } = await chain.read<{ charged: bigint; credited: bigint }>(
    'electricityBilling',
    'connection',
    [number],
  );
  const owed = charged - credited;
  if (owed > 0n) await chain.write(holder, 'electricityBilling', 'pay', [number, owed], owed * 10n ** 12n);
  await giveWallet(holder);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await pay(page, '1,000');
  await expect(page.getByText(/Everything is paid, and ₹[\d,.]+ is kept in advance\./)).toBeVisible();
  await page.getByRole('link', { name: 'To the account' }).click();
  const due = panel(page, 'Paid in advance');
  await due.getByText('Take the advance back').first().click();
  await due.getByRole('textbox', { name: 'How much' }).fill('999999');
  await expect(due.getByText('You can take back more than nothing and')).toBeVisible();
  await due.getByRole('textbox', { name: 'How much' }).fill('400');
  await due.getByRole('button', { name: 'Take the advance back' }).click();
  await expect(panel(page, 'Payments and receipts').getByText('Advance paid back').first()).toBeVisible();
});

test('anyone can pay for anyone', async ({ page, chain, open, giveWallet }) => {
  await giveWallet(chain.accounts.newcomer);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await pay(page, '25');
  await page.getByRole('link', { name: 'Open the receipt' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Receipt/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('₹25.00');
});

test('a connection is offered, accepted and then belongs to the other wallet', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}`);
  await connectWallet(page);
  const facts = panel(page, 'About this connection');
  await facts.getByText('Hand the connection over').click();
  await facts.getByRole('textbox', { name: 'The new holder’s wallet' }).fill(chain.accounts.newcomer);
  await facts.getByRole('button', { name: 'Offer it' }).click();
  await expect(facts.getByRole('button', { name: 'Take the offer back' })).toBeVisible();

  await wallet.switchAccount(chain.accounts.newcomer);
  await page.getByRole('button', { name: 'Accept the connection' }).click();
  await expect(facts.getByText('Holder’s wallet (yours)')).toBeVisible();
});

test('an amount of nothing is refused before the wallet is asked', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts.newcomer);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await chooseAmount(page, '0');
  await payButton(page).click();
  await expect(page.getByText('The amount must be more than nothing.')).toBeVisible();
  expect(wallet.asked).not.toContain('eth_sendTransaction');
});
