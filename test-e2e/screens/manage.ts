import { expect, type Locator, type Page } from '@playwright/test';

/** Opens what stands behind a name on the page of one connection, and returns it. */
export async function unfold(page: Page, name: string): Promise<Locator> {
  const details = page.locator('details').filter({ has: page.locator('summary', { hasText: name }) });
  await details.locator('summary').click();
  return details;
}

/** What a definition list says. */
export function fact(page: Page, term: string): Locator {
  return page.locator('dl > div').filter({ has: page.getByText(term, { exact: true }) });
}

export async function issueOneBill(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Issue 1 bill' }).click();
  await expect(page.getByText(/^1 bill over ₹[\d,.]+ issued, none refused\.$/)).toBeVisible();
}
