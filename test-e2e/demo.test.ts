import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pay } from './screens/consumer.ts';
import { pages } from './world/build.ts';
import { expect, test } from './world/test.ts';

test.describe('the demonstration', () => {
  test.use({ build: 'demo' });

  test('offers its accounts wherever a wallet is asked for', async ({ page, open }) => {
    await open('/connection/102000014330/pay');
    await page.getByRole('main').getByRole('button', { name: 'Connect a wallet' }).click();
    await use(page, 'Consumer – London home');
    await pay(page, '5');
  });

  test('lets a newcomer be the board and a consumer without a wallet', async ({ page, open }) => {
    await open('/');
    await page.getByRole('banner').getByRole('button', { name: 'Connect' }).click();
    await use(page, 'Board');
    await expect(page.getByRole('heading', { name: 'Ready to be billed' })).toBeVisible();

    await page.getByRole('banner').getByRole('button', { name: 'Your wallet' }).click();
    await use(page, 'Consumer – London home');
    await open('/connection/102000014330/pay');
    await pay(page, '5');
  });
});

test('a page that is published holds no demo wallets', async () => {
  // What only the demonstration's code does; the demonstration itself shows that it would be found.
  const trace = 'demo?.accounts';
  expect(await codeOf(pages.demo)).toContain(trace);
  expect(await codeOf(pages.production)).not.toContain(trace);
  expect(await scripts(pages.demo)).toContainEqual(expect.stringMatching(/demo/i));
  expect(await scripts(pages.production)).not.toContainEqual(expect.stringMatching(/demo/i));
});

async function use(page: Page, name: string): Promise<void> {
  const account = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await account.getByRole('button', { name: 'Use this account' }).click();
}

async function scripts(folder: string): Promise<string[]> {
  return (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'));
}

async function codeOf(folder: string): Promise<string> {
  const names = await scripts(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, 'assets', name), 'utf8')))).join('\n');
}
