import { panel } from './screens/consumer.ts';
import { expect, test } from './world/test.ts';

const home = '102000014330';

test('a visitor reads an account and a checked bill without a wallet', async ({ page, open }) => {
  await open('/');
  await page.getByRole('textbox', { name: 'Consumer number' }).fill(home);
  await page.getByRole('button', { name: 'Open the account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Connection ${home}` })).toBeVisible();
  await panel(page, 'Bills')
    .getByRole('link', { name: /^Bill \d+$/ })
    .first()
    .click();
  await expect(page.getByText('Matches', { exact: true })).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Connect' })).toBeVisible();
});

test('a malformed and an unknown consumer number say so', async ({ page, open }) => {
  await open('/');
  const number = page.getByRole('textbox', { name: 'Consumer number' });
  const look = page.getByRole('button', { name: 'Open the account' });
  await look.click();
  await expect(page.getByText('Write the consumer number that stands on your bill.')).toBeVisible();
  await number.fill('12ab');
  await look.click();
  await expect(page.getByText('This is not a consumer number.')).toBeVisible();
  await number.fill('999');
  await look.click();
  await expect(page.getByText('There is no connection 999.')).toBeVisible();
  await expect(number).toHaveValue('999');
});

test('the language changes at once, and every word with it', async ({ page, open }) => {
  await open('/');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('as');
  await expect(page.locator('html')).toHaveAttribute('lang', 'as');
  for (const path of ['/', '/about', '/tariffs', '/tariffs/1/1', `/connection/${home}`, `/connection/${home}/bill/1`]) {
    await open(path);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    // A key without a message would be shown as it is.
    await expect(page.locator('body')).not.toContainText(/\b[a-z]+\.[a-z]+[A-Z]?[a-zA-Z]*\b(?<!config\.json)/);
  }
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'as');
});
