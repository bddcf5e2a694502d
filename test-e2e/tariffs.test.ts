import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { publish } from './screens/board.ts';
import { connectWallet, expect, test } from './world/test.ts';

const flat = fileURLToPath(new URL('../tariffs/flat-5.json', import.meta.url));

test.beforeEach(async ({ page, chain, open, giveWallet }) => {
  await giveWallet(chain.accounts.board);
  await open('/board/tariffs/new');
  await connectWallet(page);
});

test('a tariff that would start before its notice is over is not published', async ({ page }) => {
  const start = page.getByLabel('In force from');
  const earliest = await start.inputValue();
  await page.getByLabel('Tariff file').setInputFiles(flat);
  await start.fill('2020-01-01');
  await expect(page.getByText('The version would start on')).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Something is still wrong or missing')).toBeVisible();

  await start.fill(earliest);
  await publish(page, flat);
});

test('a file with a mistake says which field, and leaves the form as it is', async ({ page }) => {
  await publishable(page);
  const wrong = JSON.stringify({
    format: 'tariff/1',
    id: 'x',
    title: 'X',
    currency: 'INR',
    charges: [{ kind: 'fee' }],
  });
  await page.getByLabel('Tariff file').setInputFiles({
    name: 'wrong.json',
    mimeType: 'application/json',
    buffer: Buffer.from(wrong),
  });
  await expect(page.getByText('charges[0].')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Flat rate of 5 per unit');
});

async function publishable(page: Page): Promise<void> {
  await page.getByLabel('Tariff file').setInputFiles(flat);
  await expect(page.getByText('Your browser and the contract compute the same')).toBeVisible();
}
