import { panel, pay } from '../test-e2e/screens/consumer.ts';
import { issueOneBill } from '../test-e2e/screens/manage.ts';
import { expect, test } from './world/test.ts';

const MILLION = 1_000_000n;
const DAY = 86_400_000;

/** Of a day a number of days away, as a file of readings writes it. */
function day(offset: number): string {
  return new Date(Date.now() + offset * DAY).toISOString().slice(0, 10);
}

test('of a file of readings the good rows are recorded, the others listed with their reasons, and the run bills them', async ({
  page,
  network,
  open,
  openAs,
  books,
}) => {
  await books.register([601n, 602n, 603n], network.accounts.newcomer);
  const file = [
    'consumer_number,register_kwh,read_at',
    `601,100,${day(-1)}`,
    `602,120,${day(-1)}`,
    `602,120,${day(-1)}`,
    `602,120,${day(40)}`,
    `999,10,${day(-1)}`,
    `603,900000,${day(-1)}`,
    `601,many,${day(-1)}`,
  ].join('\n');
  const rowOfLine = (line: number) => page.getByRole('row').filter({ hasText: `Line ${line}` });

  await openAs(network.accounts.board, '/board/readings');
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'readings.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expect(rowOfLine(4)).toContainText('The same as line 3.');
  await expect(rowOfLine(5)).toContainText("can't be in the future");
  await expect(rowOfLine(6)).toContainText('There is no connection of this number.');
  await expect(rowOfLine(7)).toContainText('the sanctioned load allows');
  await expect(rowOfLine(8)).toContainText('The register is a number of kWh');
  await page.getByRole('button', { name: 'Send 2 readings' }).click();
  await expect(page.getByText('2 readings recorded, none billed, none refused.')).toBeVisible();
  books.read(601n, 100_000);
  books.read(602n, 120_000);

  await open('/board/billing');
  await page.getByRole('button', { name: 'Issue 2 bills' }).click();
  await expect(page.getByText('2 bills over ₹1,100.00 issued, none refused.')).toBeVisible();
  books.billed(601n, 100_000);
  books.billed(602n, 120_000);
  await expect(page.getByRole('button', { name: /^Issue/ })).toBeHidden();
});

test('an agent pays for three connections at once, and each has a receipt', async ({
  page,
  network,
  openAs,
  books,
}) => {
  const numbers = [611n, 612n, 613n];
  await books.register(numbers, network.accounts.newcomer);
  const wallet = await openAs(network.accounts.newcomer, '/counter');
  await page.getByText('Paste rows instead').click();
  await page
    .getByRole('textbox', { name: 'Rows' })
    .fill(`number,amount\n${numbers.map((number, i) => `${number},${i + 1}00.50`).join('\n')}`);
  await page.getByRole('button', { name: 'Add the rows' }).click();
  await page.getByRole('button', { name: 'Pay for 3 connections' }).click();
  const receipts = panel(page, 'Receipts');
  await expect(receipts.getByText('3 payments, ₹601.50 in all, are on the chain.')).toBeVisible();
  expect(wallet.asked.filter((method) => method === 'eth_sendTransaction')).toHaveLength(1);
  for (const [i, number] of numbers.entries()) books.paid(number, BigInt(i + 1) * 100n * MILLION + MILLION / 2n);

  await receipts
    .getByRole('row', { name: '612' })
    .getByRole('link', { name: /^Receipt/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Receipt/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('₹200.50');
});

test('an advance is paid and taken back in part, and the connection then belongs to another wallet', async ({
  page,
  network,
  openAs,
  books,
}) => {
  const { newcomer, 'london-home': next } = network.accounts;
  await books.register([621n], newcomer);
  const wallet = await openAs(newcomer, '/connection/621/pay');
  await pay(page, '1,000');
  await expect(page.getByText('Everything is paid, and ₹1,000.00 is kept in advance.')).toBeVisible();
  await page.getByRole('link', { name: 'To the account' }).click();
  const due = panel(page, 'Paid in advance');
  await due.getByText('Take the advance back').first().click();
  await due.getByRole('textbox', { name: 'How much' }).fill('400');
  await due.getByRole('button', { name: 'Take the advance back' }).click();
  await expect(panel(page, 'Payments and receipts').getByText('Advance paid back').first()).toBeVisible();
  books.paid(621n, 1000n * MILLION);
  books.paidBack(621n, 400n * MILLION);

  const facts = panel(page, 'About this connection');
  await facts.getByText('Hand the connection over').click();
  await facts.getByRole('textbox', { name: 'The new holder’s wallet' }).fill(next);
  await facts.getByRole('button', { name: 'Offer it' }).click();
  await expect(facts.getByRole('button', { name: 'Take the offer back' })).toBeVisible();
  await wallet.switchAccount(next);
  await page.getByRole('button', { name: 'Accept the connection' }).click();
  await expect(facts.getByText('Holder’s wallet (yours)')).toBeVisible();
});

test('a credit note takes from what is owed, and a bill that holds is verified in the browser', async ({
  page,
  network,
  open,
  openAs,
  books,
}) => {
  await books.register([631n], network.accounts.newcomer);
  await books.readAll([631n], 200_000);
  await openAs(network.accounts.board, '/board/billing');
  await issueOneBill(page);
  books.billed(631n, 200_000);

  await open('/connection/631/bill/1');
  await expect(page.getByText('Matches', { exact: true })).toBeVisible();
  const note = panel(page, 'Credit note');
  await note.getByLabel('Amount of the credit note').fill('163');
  await note.getByLabel('Reason').fill('The register was read wrongly.');
  await note.getByRole('button', { name: 'Issue a credit note' }).click();
  await expect(panel(page, 'Payments on this bill').getByText('Credit note')).toBeVisible();
  books.paid(631n, 163n * MILLION);
  await open('/connection/631');
  await expect(panel(page, 'Amount due')).toContainText('₹837.00');
});

test('a wallet without a role sees no board', async ({ page, network, open, openAs }) => {
  await openAs(network.accounts.newcomer, '/board');
  await open('/board/billing');
  await expect(page.getByRole('heading', { name: 'This page is for the electricity board' })).toBeVisible();
});
