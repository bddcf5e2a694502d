import { parseEther } from 'viem';
import { fillRegistration } from './screens/board.ts';
import { chooseAmount, panel, pay, payButton } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';
import { MAINNET } from './world/wallet.ts';

const home = '102000014330';

test('a declined payment keeps the form and changes nothing', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  const before = await chain.read('electricityBilling', 'connection', [BigInt(home)]);
  await chooseAmount(page, '12.50');
  wallet.refuse();
  await payButton(page).click();
  await expect(page.getByText('You declined it in your wallet. Nothing was sent and nothing is lost.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('12.50');
  expect(await chain.read('electricityBilling', 'connection', [BigInt(home)])).toEqual(before);

  wallet.refuse(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible();
});

test('a number that is taken is refused in the form', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts.board);
  await open('/board/register');
  await connectWallet(page);
  const registration = { number: home, holder: chain.accounts.family, load: '2' };
  await fillRegistration(page, { ...registration, tariff: 'APDCL LT-II Domestic A, 2023-24' });
  await page.getByRole('button', { name: 'Register a connection' }).click();
  await expect(page.getByText(`Consumer number ${home} is taken already.`)).toBeVisible();
  await expect(page.getByLabel('Sanctioned load')).toHaveValue('2');
  expect(wallet.asked).not.toContain('eth_sendTransaction');
});

test('a transaction that reverts when it is mined says why', async ({ page, chain, open, giveWallet }) => {
  const { board } = chain.accounts;
  const wallet = await giveWallet(board);
  await open('/board/money');
  await connectWallet(page);
  const { boardBalance } = await chain.read<{ boardBalance: bigint }>('electricityBilling', 'totals', []);
  const withdrawal = panel(page, 'Withdraw');
  await withdrawal.getByRole('button', { name: 'All of it' }).click();
  const release = wallet.hold();
  await withdrawal.getByRole('button', { name: 'Withdraw' }).click();
  await expect(withdrawal.getByText('Confirm it in your wallet…').first()).toBeVisible();
  await chain.write(board, 'electricityBilling', 'withdraw', [boardBalance - 1n, board]);
  release();
  const refusal = withdrawal.getByRole('alert').filter({ hasText: 'The contract refused it when its turn came' });
  await expect(refusal).toContainText('nothing has changed. The board can withdraw ₹0.000001 now');
});

test('a wallet on another chain is brought to the right one, and it goes on', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await wallet.leaveFor(MAINNET, { forget: true });
  await expect(page.getByText('Your wallet is on another chain (id 1).')).toBeVisible();
  await page.getByRole('button', { name: 'Switch to Bijuli local' }).first().click();
  await expect(page.getByText('Your wallet is on another chain')).toBeHidden();
  expect(wallet.asked).toContain('wallet_addEthereumChain');
  await pay(page, '10');
});

test('too little money is said before the wallet is asked', async ({ page, chain, open, giveWallet }) => {
  const payer = chain.accounts['london-home'];
  await chain.node.setBalance({ address: payer, value: parseEther('100') });
  const wallet = await giveWallet(payer);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await chooseAmount(page, '100.01');
  await expect(page.getByText('Your wallet holds ₹100.00, which is less than ₹100.01.')).toBeVisible();
  // Enough for the payment, but not for the fee besides.
  await chooseAmount(page, '100');
  await payButton(page).click();
  await expect(page.getByText('The account has too little money')).toBeVisible();
  expect(wallet.asked).not.toContain('eth_sendTransaction');
});

test('a payment that is pending when the page is loaded again is found and confirmed', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await chooseAmount(page, '10');
  await chain.node.setAutomine(false);
  await payButton(page).click();
  await expect(page.getByText('The chain has it and will put it in a block.')).toBeVisible();

  await page.reload();
  const tray = page.getByRole('list', { name: 'Your transactions' });
  await expect(tray).toContainText('On its way');
  await chain.node.mine({ blocks: 1 });
  await expect(tray).toContainText('Done');
});

test('a wallet without its node says so, and the form stays', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}/pay`);
  await connectWallet(page);
  await chooseAmount(page, '10');
  await wallet.lose();
  await payButton(page).click();
  await expect(page.getByText('The wallet has lost its connection to the chain.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('10');
});
