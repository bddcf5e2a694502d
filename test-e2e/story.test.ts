import { fileURLToPath } from 'node:url';
import { publish, recordReading, register } from './screens/board.ts';
import { panel, pay } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';

const flat = fileURLToPath(new URL('../tariffs/flat-5.json', import.meta.url));

test('the first story: 500 units at 5 are 2,500; 2,000 paid leave 500; 500 paid leave nothing', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const { board, newcomer } = chain.accounts;
  const reader = chain.accounts['meter-reader'];
  const number = '500';
  const wallet = await giveWallet(board);

  await open('/board/tariffs/new');
  await connectWallet(page);
  await publish(page, flat);
  // Days don't pass at once for anybody else: the page looks at the chain's clock every few seconds.
  await chain.passDays(31);
  await page.reload();

  await open('/board/register');
  await register(page, { number, holder: newcomer, tariff: 'Flat rate of 5 per unit', load: '5' });

  await chain.passDays(31);
  await page.reload();
  await wallet.switchAccount(reader);
  await open('/board/readings');
  await recordReading(page, number, '500');

  await wallet.switchAccount(board);
  await open('/board/billing');
  await page.getByLabel('Tariff').selectOption({ label: 'Flat rate of 5 per unit' });
  await page.getByRole('button', { name: 'Issue 1 bill' }).click();
  await expect(page.getByText('1 bill over ₹2,500.00 issued, none refused.')).toBeVisible();

  await wallet.switchAccount(newcomer);
  await open(`/connection/${number}`);
  await expect(panel(page, 'Amount due')).toContainText('₹2,500.00');
  await page.getByRole('link', { name: 'Pay', exact: true }).click();
  await pay(page, '2,000');
  await expect(page.getByText('Left to pay now: ₹500.00')).toBeVisible();

  await page.getByRole('button', { name: 'Pay more' }).click();
  await pay(page, '500');
  await expect(page.getByText('Left to pay now: ₹0.00')).toBeVisible();

  await open(`/connection/${number}/bill/1`);
  await expect(page.getByText('paid', { exact: true })).toBeVisible();
  await expect(page.getByText('Matches', { exact: true })).toBeVisible();
  await expect(page.getByText('it comes to ₹2,500.00 too')).toBeVisible();
});
