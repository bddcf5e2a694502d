import type { Page } from '@playwright/test';
import { zeroAddress } from 'viem';
import { UTC_OFFSET } from '../script/demo/months.ts';
import { panel } from './screens/consumer.ts';
import { fact, issueOneBill, unfold } from './screens/manage.ts';
import type { Chain } from './world/chain.ts';
import { registerConnection } from './world/registerConnection.ts';
import { connectWallet, expect, test } from './world/test.ts';

/** Registered by the test, so that nobody else's readings or bills are in the way. */
const number = 700n;
const path = `/connection/${number}/manage`;

test.beforeEach(async ({ chain, giveWallet }) => {
  await giveWallet(chain.accounts.board);
});

test('days billed on an estimate are billed again once the meter is read', async ({ page, chain, open }) => {
  await billedOnce(chain, { register: 1_000_000, used: 300_000 });
  await chain.passDays(30);
  await open(path);
  await connectWallet(page);
  const form = await unfold(page, 'Put in an estimate');
  await expect(form.getByText('10 kWh a day')).toBeVisible();
  await expect(form.getByLabel('Estimated register')).toHaveValue('1600');
  await form.getByRole('button', { name: 'Put in the estimate' }).click();
  await expect(fact(page, 'Kind of reading')).toContainText('estimated');

  await billing(page, open);
  await expect(page.getByRole('row').filter({ hasText: String(number) })).toContainText('on an estimate');
  await issueOneBill(page);
  await open(path);
  await unfold(page, 'Put in an estimate');
  await expect(page.getByText('One bill was issued on an estimate already.')).toBeVisible();

  await chain.passDays(30);
  await read(chain, 1_690_000);
  await page.reload();
  await billing(page, open);
  const row = page.getByRole('row').filter({ hasText: String(number) });
  await expect(row).toContainText('estimates billed anew');
  await expect(row).toContainText('2 periods');
  await expect(row).toContainText('390 kWh');
  await issueOneBill(page);
  const { estimatedBills } = await chain.read<{ estimatedBills: number }>('electricityBilling', 'standing', [number]);
  expect(estimatedBills).toBe(0);
});

test('another meter goes on where the old one stopped', async ({ page, chain, open }) => {
  await registerConnection(chain, { number, register: 4_000_000 });
  await chain.passDays(10);
  await open(path);
  await connectWallet(page);
  const form = await unfold(page, 'Exchange the meter');
  await form.getByLabel('Old meter’s last register').fill('4020');
  await form.getByLabel('New meter’s first register').fill('5');
  await expect(form.getByText('20 kWh in 10 days')).toBeVisible();
  await form.getByRole('button', { name: 'Record the exchange' }).click();
  await expect(fact(page, 'What the meter shows')).toContainText('5 kWh');
  await expect(fact(page, 'Register since registration')).toContainText('4,020 kWh');

  await chain.passDays(5);
  await page.reload();
  await open(`/board/readings/${number}`);
  await page.getByLabel('Register').fill('4');
  await expect(page.getByText('is 5 kWh: this one must be that or more.')).toBeVisible();
  await page.getByLabel('Register').fill('25');
  await expect(page.getByText('20 kWh in 5 days')).toBeVisible();
  await page.getByRole('button', { name: 'Record the reading' }).click();
  await expect(page.getByText(`The reading of connection ${number} is recorded.`)).toBeVisible();
  const { register } = await chain.read<{ register: number }>('electricityBilling', 'connection', [number]);
  expect(register).toBe(4_040_000);
});

test('a meter of five digits begins again at zero: from 99,986 to 11 are 25 kWh', async ({ page, chain, open }) => {
  await registerConnection(chain, { number, register: 99_986_000 });
  await chain.passDays(10);
  await open(path);
  await connectWallet(page);
  const form = await unfold(page, 'The meter began again at zero');
  await form.getByLabel('Register').fill('99990');
  await expect(form.getByText('the meter has not begun again')).toBeVisible();
  await form.getByLabel('Register').fill('11');
  await expect(form.getByText('25 kWh in 10 days')).toBeVisible();
  await form.getByRole('button', { name: 'Record the reading after zero' }).click();
  await expect(fact(page, 'What the meter shows')).toContainText('11 kWh');
  await expect(fact(page, 'Register since registration')).toContainText('1,00,011 kWh');
});

test('a reading that was too high is corrected, and what was billed too much is said', async ({
  page,
  chain,
  open,
}) => {
  await billedOnce(chain, { register: 0, used: 300_000 });
  await open(path);
  await connectWallet(page);
  const form = await unfold(page, 'Correct the latest reading');
  const right = form.getByLabel('What the meter did show');
  await right.fill('301');
  await expect(form.getByText('It has to be less than 300 kWh, what was read.')).toBeVisible();
  await right.fill('180');
  await expect(form.getByText('120 kWh was billed too much')).toBeVisible();
  await form.getByRole('button', { name: 'Correct the reading' }).click();
  await form.getByLabel('Reason').fill('A digit was misread.');
  await form.getByRole('button', { name: 'Correct the reading' }).click();
  await expect(fact(page, 'What the meter shows')).toContainText('180 kWh');
  await expect(fact(page, 'Register since registration')).toContainText('300 kWh');
});

test('a file of readings from before and after an exchange changes nothing twice', async ({ page, chain, open }) => {
  const { board } = chain.accounts;
  await registerConnection(chain, { number, register: 4_000_000 });
  await chain.passDays(10);
  const before = await read(chain, 4_010_000);
  await chain.passDays(10);
  const exchanged = await now(chain);
  await chain.write(board, 'electricityBilling', 'exchangeMeter', [number, 4_020_000, 5000, exchanged, zeroAddress]);
  await chain.passDays(10);
  const after = await read(chain, 15_000);
  await chain.passDays(10);
  const rows = [
    [4010, before],
    [4020, exchanged],
    [15, after],
    [25, after + 86_400],
  ] as const;
  await open('/board/readings');
  await connectWallet(page);
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'readings.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.map(([kWh, time]) => `${number},${kWh},${localTime(time)}`).join('\n')),
  });
  await expect(page.locator('dl > div').filter({ hasText: 'Recorded already' })).toContainText('3');
  await page.getByRole('button', { name: 'Send 1 reading' }).click();
  await expect(page.getByText('1 reading recorded, none billed, none refused.')).toBeVisible();
});

test('who moves out gets a last bill before the connection changes hands', async ({ page, chain, open }) => {
  const { newcomer, family } = chain.accounts;
  await billedOnce(chain, { register: 0, used: 300_000 });
  await chain.passDays(5);
  await read(chain, 340_000);
  await chain.write(newcomer, 'electricityBilling', 'offerHandover', [number, family]);
  await open(path);
  await connectWallet(page);
  const handover = panel(page, 'Handover');
  await expect(handover).toContainText('40 kWh');
  await handover.getByRole('button', { name: 'Issue the last bill' }).click();
  await expect(handover).toContainText('none: everything that was read is billed');
});

test('a meter gets a key and loses it', async ({ page, chain, open }) => {
  await registerConnection(chain, { number, register: 0 });
  await open(path);
  await connectWallet(page);
  const form = await unfold(page, 'A meter that signs its readings');
  await form.getByLabel('Address of the meter’s key').fill(chain.accounts.newcomer);
  await form.getByRole('button', { name: 'Set the key' }).click();
  await expect(fact(page, 'Meter’s key')).toContainText('0x');
  await form.getByRole('button', { name: 'Take the key away' }).click();
  await expect(fact(page, 'Meter’s key')).toContainText('none');
});

test('instalments are proposed by the board, and seen once the holder agrees', async ({ page, chain, open }) => {
  await billedOnce(chain, { register: 0, used: 300_000 });
  await open(path);
  await connectWallet(page);
  const form = await unfold(page, 'Propose instalments');
  await form.getByLabel('Instalments').fill('3');
  await form.getByRole('button', { name: 'Propose' }).click();
  await expect(page.getByText('The board proposes: 3 instalments, one every 30 days')).toBeVisible();
  await chain.write(chain.accounts.newcomer, 'electricityBilling', 'acceptPlan', [number, 3, 30]);
  await page.reload();
  await expect(page.getByText('kept', { exact: true })).toBeVisible();
  await expect(page.getByText('No notice can be given: the instalment plan is kept.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'to come' })).toHaveCount(3);
});

test('a connection is closed with its last bill, and the advance goes back', async ({ page, chain, open }) => {
  await billedOnce(chain, { register: 0, used: 300_000 });
  const amount = 50_000_000_000n;
  const holder = chain.accounts.newcomer;
  await chain.write(holder, 'electricityBilling', 'pay', [number, amount], amount * 10n ** 12n);
  await chain.passDays(5);
  await read(chain, 340_000);
  await open(path);
  await connectWallet(page);
  await page.getByRole('button', { name: 'Show the final figures' }).click();
  const dialog = page.getByRole('dialog');
  await expect(fact(page, 'Last register')).toContainText('340 kWh');
  await expect(dialog.getByText(/, 40 kWh$/)).toBeVisible();
  const before = await chain.node.getBalance({ address: holder });
  await dialog.getByRole('button', { name: 'Close it for good' }).click();
  await expect(page.getByText('This connection is closed.')).toBeVisible();
  expect(await chain.node.getBalance({ address: holder })).toBeGreaterThan(before);
  const { charged, credited, bills } = await chain.read<{ charged: bigint; credited: bigint; bills: number }>(
    'electricityBilling',
    'connection',
    [number],
  );
  expect(bills).toBe(2);
  expect(charged).toBe(credited);
});

/** A month's reading and its bill. */
async function billedOnce(chain: Chain, { register, used }: { register: number; used: number }): Promise<void> {
  await registerConnection(chain, { number, register });
  await chain.passDays(30);
  await read(chain, register + used);
  await chain.write(chain.accounts.board, 'electricityBilling', 'issueBill', [number]);
}

/** Records what the meter shows now. @returns The time. */
async function read(chain: Chain, register: number): Promise<number> {
  const readAt = await now(chain);
  await chain.write(chain.accounts['meter-reader'], 'electricityBilling', 'recordReading', [number, register, readAt]);
  return readAt;
}

async function now(chain: Chain): Promise<number> {
  return Number((await chain.node.getBlock()).timestamp);
}

/** As a file has it, in the demonstration's time. */
function localTime(time: number): string {
  return new Date((time + UTC_OFFSET) * 1000).toISOString().slice(0, 19);
}

/** The billing screen with this connection alone, which is of a tariff of its own. */
async function billing(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await open('/board/billing');
  await page.getByLabel('Tariff').selectOption({ label: 'Flat rate of 5 per unit' });
  await page.locator('summary', { hasText: 'Which connections' }).click();
}
