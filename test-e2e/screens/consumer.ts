import { expect, type Page } from '@playwright/test';

/** The one panel of that title. */
export function panel(page: Page, title: string) {
  return page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** Types an amount into the payment page and presses the button; the wallet answers by itself. */
export async function pay(page: Page, amount: string): Promise<void> {
  await chooseAmount(page, amount);
  await payButton(page).click();
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible();
}

export async function chooseAmount(page: Page, amount: string): Promise<void> {
  const other = page.getByRole('radio', { name: 'Another amount' });
  await expect(payButton(page)).toBeVisible();
  if (await other.isVisible()) await other.check();
  await page.getByRole('textbox', { name: 'Amount' }).fill(amount);
}

export function payButton(page: Page) {
  return page.getByRole('main').getByRole('button', { name: /^Pay/ });
}
