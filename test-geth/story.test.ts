import { fileURLToPath } from 'node:url';
import { publish, recordReading, register } from '../test-e2e/screens/board.ts';
import { panel, pay } from '../test-e2e/screens/consumer.ts';
import { expect, test } from './world/test.ts';

const flat = fileURLToPath(new URL('../tariffs/flat-5.json', import.meta.url));
const DAY = 86_400_000;

test('the first story: 500 units at 5 are 2,500; 2,000 paid leave 500; 500 paid leave nothing', async ({
  page,
  network,
  open,
  openAs,
  books,
}) => {
  const { board, newcomer } = network.accounts;
  const number = '500';
  const wallet = await openAs(board, '/board/register');
  await page.getByLabel('Read on').fill(new Date(Date.now() - 31 * DAY).toISOString().slice(0, 10));
  await register(page, { number, holder: newcomer, tariff: 'Flat rate of 5 per unit', load: '5' });
  books.registered(500n);

  await open('/board/readings');
  await recordReading(page, number, '500');
  books.read(500n, 500_000);

  await open('/board/billing');
  await page.getByRole('button', { name: 'Issue 1 bill' }).click();
  await expect(page.getByText('1 bill over ₹2,500.00 issued, none refused.')).toBeVisible();
  books.billed(500n, 500_000);

  await wallet.switchAccount(newcomer);
  await open(`/connection/${number}`);
  await expect(panel(page, 'Amount due')).toContainText('₹2,500.00');
  await page.getByRole('link', { name: 'Pay', exact: true }).click();
  await pay(page, '2,000');
  await expect(page.getByText('Left to pay now: ₹500.00')).toBeVisible();

  await page.getByRole('button', { name: 'Pay more' }).click();
  await pay(page, '500');
  await expect(page.getByText('Left to pay now: ₹0.00')).toBeVisible();
  books.paid(500n, 2_500_000_000n);

  await open(`/connection/${number}/bill/1`);
  await expect(page.getByText('paid', { exact: true })).toBeVisible();
  await expect(page.getByText('Matches', { exact: true })).toBeVisible();
  await expect(page.getByText('it comes to ₹2,500.00 too')).toBeVisible();
});

test('a tariff is published through the screen, for a day to come', async ({ page, network, openAs }) => {
  await openAs(network.accounts.board, '/board/tariffs/new');
  await publish(page, flat);
  await expect(page.getByRole('main')).toContainText('Flat rate of 5 per unit');
});
