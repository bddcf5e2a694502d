import { keccak256, stringToHex } from 'viem';
import { panel } from './screens/consumer.ts';
import { connectWallet, expect, test } from './world/test.ts';

const london = 102000014330n;

type Connection = { number: bigint; bills: number };

test('a dispute is upheld with a credit note, after the text is checked', async ({ page, chain, open, giveWallet }) => {
  const text = 'The house was empty in May.';
  const { bills } = await chain.read<Connection>('electricityBilling', 'connection', [london]);
  const args = [london, bills, 120_000_000n, keccak256(stringToHex(text))];
  await chain.write(chain.accounts['london-home'], 'electricityBilling', 'openDispute', args);
  await giveWallet(chain.accounts.board);
  await open('/board/cases');
  await connectWallet(page);
  const row = panel(page, 'Disputed bills')
    .getByRole('row')
    .filter({ hasText: String(london) });
  await expect(row).toContainText('₹120.00');
  await row.getByRole('button', { name: 'Answer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Check the consumer’s text').click();
  await dialog.getByLabel('The consumer’s text').fill('Something else');
  await expect(dialog.getByText('This is not the text whose hash stands on the chain')).toBeVisible();
  await dialog.getByLabel('The consumer’s text').fill(`${text}\n`);
  await expect(dialog.getByText('This is the text whose hash stands on the chain.')).toBeVisible();
  await dialog.getByLabel('Amount of the credit note').fill('100');
  await dialog.getByLabel('Reason').fill('Read again: you are right.');
  await dialog.getByRole('button', { name: 'Uphold and credit' }).click();
  await expect(row).toBeHidden();

  await open(`/connection/${london}`);
  await expect(panel(page, 'Payments and receipts').getByText('Read again: you are right.').first()).toBeVisible();
});

test('a dispute is rejected with a reason', async ({ page, chain, open, giveWallet }) => {
  const { bills } = await chain.read<Connection>('electricityBilling', 'connection', [london]);
  const args = [london, bills, 1_000_000n, keccak256(stringToHex('No.'))];
  await chain.write(chain.accounts['london-home'], 'electricityBilling', 'openDispute', args);
  await giveWallet(chain.accounts.board);
  await open('/board/cases');
  await connectWallet(page);
  const answer = page.getByRole('button', { name: `Answer ${london}` });
  await answer.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The bill is right: reject the dispute').check();
  await dialog.getByRole('button', { name: 'Reject the dispute' }).click();
  await expect(dialog.getByText('A reason of at most 280 bytes')).toBeVisible();
  await dialog.getByLabel('Reason').fill('The meter was tested: it is right.');
  await dialog.getByRole('button', { name: 'Reject the dispute' }).click();
  await expect(dialog).toBeHidden();
  await expect(answer).toBeHidden();
});

test('notice is given, and after 15 clear days the connection may be cut off', async ({
  page,
  chain,
  open,
  giveWallet,
}) => {
  // Every bill of the demonstration is due by then, and nobody has paid this one's.
  await chain.passDays(31);
  await giveWallet(chain.accounts.board);
  await open('/board/cases');
  await connectWallet(page);
  const row = panel(page, 'Overdue')
    .getByRole('row')
    .filter({ hasText: String(london) });
  await row.getByRole('button', { name: 'Give notice' }).click();
  await expect(row).toContainText('until');
  await expect(row.getByRole('button', { name: 'Give notice' })).toBeHidden();

  await chain.passDays(16);
  await page.reload();
  await expect(
    panel(page, 'May be cut off')
      .getByRole('row')
      .filter({ hasText: String(london) }),
  ).toBeVisible();
  await page
    .getByRole('link', { name: String(london) })
    .first()
    .click();
  await expect(page.getByText('The notice has run out')).toBeVisible();
});

test('the board accepts what holders propose', async ({ page, chain, open, giveWallet }) => {
  const holder = chain.accounts['london-home'];
  await chain.write(holder, 'electricityBilling', 'proposeAgreement', [london, 514]);
  await chain.write(holder, 'electricityBilling', 'proposePlan', [london, 4, 30]);
  await giveWallet(chain.accounts.board);
  await open('/board');
  await connectWallet(page);
  await expect(page.getByText(/\d proposals and .* wait for you\.$/)).toBeVisible();
  await page.getByRole('link', { name: 'To the cases' }).click();
  const agreements = panel(page, 'Proposed agreements');
  await expect(agreements.getByRole('row').filter({ hasText: String(london) })).toContainText('every 2 months');
  await agreements.getByRole('button', { name: `Accept ${london}` }).click();
  await expect(agreements.getByRole('button', { name: `Accept ${london}` })).toBeHidden();
  const plans = panel(page, 'Proposed instalments');
  await expect(plans.getByText('4 instalments, one every 30 days')).toBeVisible();
  await plans.getByRole('button', { name: `Accept ${london}` }).click();
  await expect(plans.getByRole('button', { name: `Accept ${london}` })).toBeHidden();

  await open(`/connection/${london}/manage`);
  await expect(panel(page, 'Agreement')).toContainText('every 2 months');
  await expect(panel(page, 'Arrears').getByText('kept', { exact: true })).toBeVisible();
});
