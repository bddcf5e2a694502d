import type { Page } from '@playwright/test';
import { panel } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';

const numbers = ['102000014330', '102000014348', '102000014355'];

function row(page: Page, line: number) {
  return page.getByRole('group', { name: `Row ${line}`, exact: true });
}

test('an agent pays for three connections at once, and each account shows its payment', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const wallet = await giveWallet(chain.accounts.newcomer);
  await open('/counter');
  await connectWallet(page);
  for (const [index, number] of numbers.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add a row' }).click();
    await row(page, index + 1)
      .getByRole('textbox', { name: 'Consumer number' })
      .fill(number);
    await row(page, index + 1)
      .getByRole('textbox', { name: 'Amount' })
      .fill(`${index + 1}00.50`);
  }
  const sum = panel(page, 'To be paid');
  await expect(sum).toContainText('₹601.50');
  await sum.getByRole('button', { name: 'Pay for 3 connections' }).click();
  const receipts = panel(page, 'Receipts');
  await expect(receipts.getByText('3 payments, ₹601.50 in all, are on the chain.')).toBeVisible();
  expect(wallet.asked.filter((method) => method === 'eth_sendTransaction')).toHaveLength(1);

  for (const [index, number] of numbers.entries()) {
    await open(`/connection/${number}`);
    await expect(
      panel(page, 'Payments and receipts')
        .getByText(`₹${index + 1}00.50`)
        .first(),
    ).toBeVisible();
  }
  await open('/counter');
  await panel(page, 'Receipts')
    .getByRole('row', { name: numbers[1] })
    .getByRole('link', { name: /^Receipt/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Receipt/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('₹200.50');
});

test('what is wrong with a row is said before anything is sent, and the others are paid', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  await giveWallet(chain.accounts.newcomer);
  await open('/counter');
  await connectWallet(page);
  await page.getByText('Paste rows instead').click();
  await page
    .getByRole('textbox', { name: 'Rows' })
    .fill(`number,amount\n999,50\n12ab,1\n${numbers[0]},\n${numbers[1]},-5\n${numbers[0]},10`);
  await page.getByRole('button', { name: 'Add the rows' }).click();
  await expect(row(page, 1)).toContainText('Row 1: there is no connection 999.');
  await expect(row(page, 2)).toContainText('Row 2: “12ab” is not a consumer number.');
  await expect(row(page, 4)).toContainText('Row 4: “-5” is not an amount.');
  await expect(row(page, 5)).toContainText(`connection ${numbers[0]} stands in row 3 already`);
  // What is due is read from the chain.
  const { charged, credited } = await chain.read<{ charged: bigint; credited: bigint }>(
    'electricityBilling',
    'connection',
    [BigInt(numbers[0] ?? '')],
  );
  expect(charged).toBeGreaterThan(credited);
  const amount = row(page, 3).getByRole('textbox', { name: 'Amount' });
  expect(Number(await amount.inputValue()) * 1e6).toBe(Number(charged - credited));

  await page.reload();
  await expect(row(page, 2).getByRole('textbox', { name: 'Consumer number' })).toHaveValue('12ab');
  await expect(row(page, 4).getByRole('textbox', { name: 'Amount' })).toHaveValue('-5');

  await page.getByRole('button', { name: 'Pay for 1 connection' }).click();
  await expect(panel(page, 'Receipts')).toContainText('1 payment of');
  await page.getByRole('button', { name: /^Remove all/ }).click();
  // It was only the second row of a connection, whose first is paid now.
  await expect(row(page, 1).getByRole('textbox', { name: 'Consumer number' })).toHaveValue(numbers[0] ?? '');
  await expect(row(page, 2)).toBeHidden();
});

test('payments that are on their way when the page is loaded again are neither lost nor sent twice', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  await giveWallet(chain.accounts.newcomer);
  await open('/counter');
  await connectWallet(page);
  await row(page, 1)
    .getByRole('textbox', { name: 'Consumer number' })
    .fill(numbers[0] ?? '');
  await row(page, 1).getByRole('textbox', { name: 'Amount' }).fill('12');
  await chain.node.setAutomine(false);
  await page.getByRole('button', { name: 'Pay for 1 connection' }).click();
  await expect(panel(page, 'Payments')).toContainText('On its way');
  await page.reload();
  await expect(panel(page, 'Payments')).toContainText('On its way');
  await expect(page.getByText('No payment is ready yet.')).toBeVisible();
  await chain.node.mine({ blocks: 1 });
  await expect(panel(page, 'Receipts')).toContainText('1 payment of ₹12.00 is on the chain.');
  await expect(row(page, 1).getByRole('textbox', { name: 'Consumer number' })).toHaveValue('');
});

test('a visitor without a wallet is asked to connect one, and too little money is said', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  await giveWallet(chain.accounts.newcomer);
  await chain.node.setBalance({ address: chain.accounts.newcomer, value: 10n ** 18n });
  await open('/counter');
  await row(page, 1)
    .getByRole('textbox', { name: 'Consumer number' })
    .fill(numbers[0] ?? '');
  await row(page, 1).getByRole('textbox', { name: 'Amount' }).fill('12');
  const sum = panel(page, 'To be paid');
  await expect(sum.getByRole('button', { name: 'Connect a wallet first' })).toBeVisible();
  await connectWallet(page);
  await expect(sum).toContainText('Your wallet has ₹11.00 too little for ₹12.00.');
  await expect(sum.getByRole('button', { name: 'Pay for 1 connection' })).toHaveAttribute('aria-disabled', 'true');
});
