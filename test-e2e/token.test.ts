import { chooseAmount, panel, pay, payButton } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';
import { tokenHome } from './world/tokenChain.ts';

test.use({ settlement: 'token' });

const path = `/connection/${tokenHome}/pay`;

test('a payment in a token takes one signature and one transaction', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open(path);
  await connectWallet(page);
  await expect(page.getByText('Your wallet holds ₹1,00,000.00 in eINR.')).toBeVisible();
  await pay(page, '120.50');
  expect(wallet.asked).toEqual(['eth_requestAccounts', 'eth_signTypedData_v4', 'eth_sendTransaction']);
  await page.getByRole('link', { name: 'Open the receipt' }).click();
  await expect(page.getByRole('main')).toContainText('₹120.50');
  await expect(page.getByRole('main')).toContainText('eINR');
});

test('a wallet that signs no data approves exactly the amount, and pays then', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  wallet.forgetTypedData();
  await open(path);
  await connectWallet(page);
  await chooseAmount(page, '100');
  const release = wallet.hold();
  await payButton(page).click();
  await expect(page.getByText('Step 1 of 2: allow the board’s contract to take ₹100.00, and no more.')).toBeVisible();
  release();
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible();
  expect(wallet.asked).toEqual(['eth_requestAccounts', 'eth_sendTransaction', 'eth_sendTransaction']);
});

test('a declined second step keeps the permission: trying again only pays', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  wallet.forgetTypedData();
  await open(path);
  await connectWallet(page);
  await chooseAmount(page, '100');
  await chain.node.setAutomine(false);
  await payButton(page).click();
  await expect(page.getByRole('list', { name: 'Your transactions' })).toContainText('Permission to take ₹100.00');
  wallet.refuse();
  await chain.node.mine({ blocks: 1 });
  await chain.node.setAutomine(true);
  await expect(page.getByText('You declined it in your wallet.')).toBeVisible();
  wallet.refuse(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible();
  expect(wallet.asked.filter((method) => method === 'eth_sendTransaction')).toHaveLength(3);
});

test('more than the wallet holds of the token, or finer than it is, is said in the form', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open(path);
  await connectWallet(page);
  await chooseAmount(page, '100000.01');
  await expect(page.getByText('Your wallet holds ₹1,00,000.00, which is less than ₹1,00,000.01.')).toBeVisible();
  await chooseAmount(page, '1.005');
  await expect(page.getByText('Payments are made in steps of ₹0.01.')).toBeVisible();
  await payButton(page).click();
  expect(wallet.asked).toEqual(['eth_requestAccounts']);
});

test('an agent pays for several connections in a token', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open('/counter');
  await connectWallet(page);
  await page.getByText('Paste rows instead').click();
  await page.getByRole('textbox', { name: 'Rows' }).fill(`${tokenHome}\n${tokenHome + 1n}`);
  await page.getByRole('button', { name: 'Add the rows' }).click();
  await page.getByRole('button', { name: 'Pay for 2 connections' }).click();
  await expect(panel(page, 'Receipts')).toContainText('2 payments');
  expect(wallet.asked).toEqual(['eth_requestAccounts', 'eth_sendTransaction', 'eth_sendTransaction']);
});
