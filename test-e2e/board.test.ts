import { panel } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';

const [london, second, third] = [102000014330n, 102000014389n, 102000014355n] as const;

type Connection = { number: bigint; register: bigint | number; readAt: number };

test('of a file of readings the good rows are recorded, the others listed with their reasons', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  await chain.passDays(20);
  const connections = await chain.read<Connection[]>('electricityBilling', 'connectionsByNumber', [
    [london, second, third],
  ]);
  const kWhOf = (index: number, more: number) => Number(connections[index]?.register ?? 0) / 1000 + more;
  const { timestamp } = await chain.node.getBlock();
  const day = (offset: number) => new Date((Number(timestamp) + offset * 86_400) * 1000).toISOString().slice(0, 10);
  const file = [
    'consumer_number,register_kwh,read_at',
    `${london},${kWhOf(0, 30)},${day(-2)}`,
    `${london},${kWhOf(0, 30)},${day(-2)}`,
    `${second},${kWhOf(1, -1)},${day(-2)}`,
    `${third},${kWhOf(2, 40)},${day(40)}`,
    `999,10,${day(-2)}`,
    `${third},${kWhOf(2, 900_000)},${day(-2)}`,
    `${second},many,${day(-2)}`,
    `${second},${kWhOf(1, 25)},${day(-1)}`,
  ].join('\n');
  const load = () =>
    page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'readings.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    });
  const rowOfLine = (line: number) => page.getByRole('row').filter({ hasText: `Line ${line}` });

  await giveWallet(chain.accounts['meter-reader']);
  await open('/board/readings');
  await connectWallet(page);
  await load();
  await expect(rowOfLine(3)).toContainText('The same as line 2.');
  await expect(rowOfLine(4)).toContainText('The register can’t fall.'.replace('’', "'"));
  await expect(rowOfLine(5)).toContainText("can't be in the future");
  await expect(rowOfLine(6)).toContainText('There is no connection of this number.');
  await expect(rowOfLine(7)).toContainText('the sanctioned load allows');
  await expect(rowOfLine(8)).toContainText('The register is a number of kWh');
  await page.getByRole('button', { name: 'Send 2 readings' }).click();
  await expect(page.getByText('2 readings recorded, none billed, none refused.')).toBeVisible();

  await page.getByRole('button', { name: 'Discard' }).click();
  await load();
  await expect(page.getByText('Loading the file again has changed nothing.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Send/ })).toBeHidden();
});

test('a billing run bills everyone whose turn it is, and nobody twice', async ({ page, chain, open, giveWallet }) => {
  await giveWallet(chain.accounts.board);
  await open('/board/billing');
  await connectWallet(page);
  await page.getByRole('button', { name: /^Issue \d+ bills?$/ }).click();
  await expect(page.getByText(/^\d+ bills? over ₹[\d,.]+ issued, none refused\.$/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Bills' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Issue/ })).toBeHidden();
});

test('more than the board has collected cannot be withdrawn', async ({ page, chain, open, giveWallet }) => {
  const wallet = await giveWallet(chain.accounts.board);
  await open('/board/money');
  await connectWallet(page);
  const withdrawal = panel(page, 'Withdraw');
  await withdrawal.getByRole('textbox', { name: 'Amount' }).fill('99999999');
  await withdrawal.getByRole('button', { name: 'Withdraw' }).click();
  await expect(withdrawal.getByText(/The board can withdraw ₹[\d,.]+ now, not ₹9,99,99,999\.00\./)).toBeVisible();
  expect(wallet.asked).not.toContain('eth_sendTransaction');
});

test('a wallet without a role sees no board', async ({ page, chain, open, giveWallet }) => {
  await giveWallet(chain.accounts.newcomer);
  await open('/board');
  await connectWallet(page);
  for (const path of ['/board', '/board/register', '/board/readings', '/board/billing', '/board/tariffs']) {
    await open(path);
    await expect(page.getByRole('heading', { name: 'This page is for the electricity board' })).toBeVisible();
  }
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Overview' })).toBeHidden();
});

test('a credit note takes from what is owed, and says why', async ({ page, chain, open, giveWallet }) => {
  await giveWallet(chain.accounts.board);
  await open('/connection/102000014330/bill/26');
  await connectWallet(page);
  const note = panel(page, 'Credit note');
  await note.getByRole('button', { name: 'Issue a credit note' }).click();
  await expect(note.getByText('An amount above zero.')).toBeVisible();
  await note.getByLabel('Amount of the credit note').fill('163');
  await note.getByLabel('Reason').fill('The register was read wrongly.');
  await note.getByRole('button', { name: 'Issue a credit note' }).click();
  await expect(panel(page, 'Payments on this bill')).toContainText('₹2,000.00');
  await expect(panel(page, 'Payments on this bill').getByText('Credit note')).toBeVisible();

  await open('/connection/102000014330');
  await expect(panel(page, 'Amount due')).toContainText('₹4,860.00');
  await expect(panel(page, 'Payments and receipts').getByText('The register was read wrongly.')).toBeVisible();
});
