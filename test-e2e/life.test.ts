import { panel } from './screens/consumer.ts';
import { fact, unfold } from './screens/manage.ts';
import { readAndBill } from './world/readAndBill.ts';
import { registerConnection } from './world/registerConnection.ts';
import { connectWallet, expect, test } from './world/test.ts';

const home = 102000014330n;
const RUPEE = 1_000_000n;

test('an agreement is proposed, and accepted by the board', async ({ page, chain, open, giveWallet }) => {
  await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}`);
  await connectWallet(page);
  const agreement = panel(page, 'Agreement');
  await unfold(page, 'Propose another');
  await agreement.getByLabel('How often you want to be billed').selectOption({ label: 'Every 3 months' });
  await agreement.getByRole('button', { name: 'Propose' }).click();
  await expect(agreement.getByText('You propose: every 3 months')).toBeVisible();
  await chain.write(chain.accounts.board, 'electricityBilling', 'acceptAgreement', [home, 515]);
  await expect(fact(page, 'After the next bill')).toContainText('every 3 months');
  await expect(panel(page, 'What else happened').getByText('Another agreement accepted')).toBeVisible();
});

test('instalments that the board proposes are accepted', async ({ page, chain, open, giveWallet }) => {
  await chain.write(chain.accounts.board, 'electricityBilling', 'proposePlan', [home, 3, 30]);
  await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}`);
  await connectWallet(page);
  const plan = panel(page, 'Instalment plan');
  await expect(plan.getByText('The board proposes: 3 instalments, one every 30 days')).toBeVisible();
  await plan.getByRole('button', { name: 'Accept' }).click();
  await expect(plan.getByText('kept', { exact: true })).toBeVisible();
  await expect(plan.getByText('to come')).toHaveCount(3);
  await chain.passDays(31);
  await expect(plan.getByText('broken', { exact: true })).toBeVisible();
  await expect(plan.getByText('missed', { exact: true })).toBeVisible();
});

test('a bill is disputed with a reason that stays off the chain, and the board answers', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  const { bills } = await chain.read<{ bills: number }>('electricityBilling', 'connection', [home]);
  await giveWallet(chain.accounts['london-home']);
  await open(`/connection/${home}/bill/${bills}`);
  await connectWallet(page);
  const dispute = panel(page, 'Dispute');
  await unfold(page, 'Dispute this bill');
  await dispute.getByLabel('Amount contested').fill('999999');
  await expect(dispute.getByText('what the bill asks for')).toBeVisible();
  await dispute.getByLabel('Amount contested').fill('500');
  await dispute.getByLabel('What is wrong with it').fill('The house was empty in May.');
  await expect(dispute.getByRole('button', { name: 'Save the text' })).toBeVisible();
  await dispute.getByRole('button', { name: 'Dispute it' }).click();
  await expect(dispute.getByText('open: the board has not answered yet')).toBeVisible();
  await expect(dispute.getByRole('button', { name: 'Withdraw the dispute' })).toBeVisible();
  await chain.write(chain.accounts.board, 'electricityBilling', 'rejectDispute', [home, 'The reading is right.']);
  await expect(dispute.getByText('rejected: the bill stands')).toBeVisible();
  await expect(dispute.getByText('The reading is right.')).toBeVisible();
});

test('a late bill brings surcharge that anyone can check, and notice says what stops it', async ({
  page,
  chain,
  open,
}) => {
  const bill = await readAndBill(chain, home, 50, 100_000);
  await chain.write(chain.accounts.board, 'electricityBilling', 'giveNotice', [home]);
  await open(`/connection/${home}/bill/${bill}`);
  await expect(page.getByText('Matches', { exact: true })).toBeVisible();
  await expect(page.getByText('The surcharge matches')).toBeVisible();

  await open(`/connection/${home}`);
  const alert = page.getByRole('alert').filter({ hasText: 'Notice of disconnection' });
  await expect(alert).toContainText('in 16 days');
  await expect(alert).toContainText('ends the notice at once');
  await expect(panel(page, 'Bills').getByText('Late surcharge').first()).toBeVisible();
  await expect(panel(page, 'Bills').getByText(`overdue when bill ${bill} came: 1 month at 1.5 %`)).toBeVisible();
});

test('estimates are checked, and billed again when the meter is read', async ({ page, chain, open }) => {
  await chain.passDays(31);
  type Connection = { register: number; bills: number };
  const { register, bills } = await chain.read<Connection>('electricityBilling', 'connection', [home]);
  const { timestamp } = await chain.node.getBlock();
  const row = [home, register + 400_000, Number(timestamp)];
  await chain.write(chain.accounts.board, 'electricityBilling', 'estimateReading', row);
  await chain.write(chain.accounts.board, 'electricityBilling', 'issueBill', [home]);
  await open(`/connection/${home}/bill/${bills + 1}`);
  await expect(page.getByText('This bill is on an estimate')).toBeVisible();
  await expect(page.getByText(/^400 kWh is [\d.]+ kWh less than the/)).toBeVisible();

  const after = await readAndBill(chain, home, 31, -150_000 + 1);
  await open(`/connection/${home}/bill/${after}`);
  await expect(page.getByText('Matches', { exact: true })).toBeVisible();
  await expect(page.getByText('The meter was read again.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: `Less the estimate, Bill ${bills + 1}` })).toBeVisible();
});

test('a prepaid connection says what is left, and warns in words', async ({ page, chain, open, giveWallet }) => {
  const { newcomer } = chain.accounts;
  const number = 700n;
  await registerConnection(chain, { number, register: 0, agreement: 0 });
  await chain.write(newcomer, 'electricityBilling', 'pay', [number, 500n * RUPEE], 500n * RUPEE * 10n ** 12n);
  await readAndBill(chain, number, 2, 70_000);
  await giveWallet(newcomer);
  await open(`/connection/${number}`);
  await connectWallet(page);
  const balance = panel(page, 'Prepaid balance');
  await expect(balance).toContainText('₹150.00');
  await expect(balance).toContainText('30 % of the ₹500.00 after the last payment');
  await expect(balance.getByRole('status')).toHaveCount(0);
  await expect(fact(page, 'Units left by today’s tariff')).toContainText('30 kWh');
  await readAndBill(chain, number, 2, 25_000);
  await expect(balance.getByText('Nearly used up: less than 10 % is left')).toBeVisible();
  await expect(balance.getByRole('link', { name: 'Pay' })).toBeVisible();
});
