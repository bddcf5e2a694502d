import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { AccountName } from '../script/demo/accounts.ts';
import type { patterns } from '../src/paths.ts';
import { connectWallet, expect, test } from './world/test.ts';

const home = '102000014330';
const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Every screen of the route table, and the account that it is looked at with: none, a consumer, the board. What is folded away may be looked at too. */
const screens: Record<keyof typeof patterns, { path: string; as?: AccountName; isUnfolded?: boolean }> = {
  home: { path: '/' },
  about: { path: '/about' },
  tariffs: { path: '/tariffs' },
  tariff: { path: '/tariffs/1/1' },
  mine: { path: '/mine', as: 'family' },
  connection: { path: `/connection/${home}`, as: 'london-home', isUnfolded: true },
  bill: { path: `/connection/${home}/bill/1` },
  pay: { path: `/connection/${home}/pay`, as: 'london-home' },
  receipt: { path: '', as: 'london-home' },
  counter: { path: '/counter', as: 'family' },
  signedReading: { path: '/signed-reading' },
  manage: { path: `/connection/${home}/manage`, as: 'board', isUnfolded: true },
  board: { path: '/board', as: 'board' },
  connections: { path: '/board/connections', as: 'board' },
  register: { path: '/board/register', as: 'board' },
  readings: { path: `/board/readings/${home}`, as: 'board' },
  billing: { path: '/board/billing', as: 'board' },
  cases: { path: '/board/cases', as: 'board' },
  boardTariffs: { path: '/board/tariffs', as: 'board' },
  newTariff: { path: '/board/tariffs/new', as: 'board' },
  money: { path: '/board/money', as: 'board' },
  roles: { path: '/board/roles', as: 'board' },
};

/** Connections of the demonstration in states that few are in, and bills that came about in unusual ways. */
const states = {
  'a notice of disconnection': '/connection/102000014439',
  'an instalment plan': '/connection/102000014447',
  'an open dispute': '/connection/102000014413',
  'a proposed agreement': '/connection/102000014488',
  'an exchanged meter': '/connection/102000014348',
  'a prepaid balance': '/connection/102000014470',
  'a bill with late surcharge': `/connection/${home}/bill/27`,
  'a bill that replaces an estimate': '/connection/102000014397/bill/26',
};

const accounts = [undefined, 'london-home', 'family', 'board'] as const;
const colourSchemes = ['light', 'dark'] as const;

for (const account of accounts) {
  for (const colorScheme of colourSchemes) {
    test(`the screens of ${account ?? 'a visitor'} can be used by everyone, ${colorScheme}`, async ({
      page,
      chain,
      open,
      giveWallet,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (account) await giveWallet(chain.accounts[account]);
      await open('/about');
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      if (account) await connectWallet(page);
      for (const [name, { path, as, isUnfolded }] of Object.entries(screens)) {
        if (as !== account) continue;
        await test.step(name, async () => {
          if (name === 'receipt') await openReceipt(page, open);
          else await open(path);
          await expect(page.getByText('Loading…')).toHaveCount(0);
          if (isUnfolded) for (const one of await page.locator('main summary').all()) await one.click();
          expect.soft(await violations(page), name).toEqual([]);
          expect.soft(await overhang(page), `${name} fits the width`).toBe(0);
        });
      }
    });
  }
}

test('states of a connection that few are in can be used by everyone', async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const [name, path] of Object.entries(states)) {
    await test.step(name, async () => {
      await open(path);
      await expect(page.getByText('Loading…')).toHaveCount(0);
      for (const one of await page.locator('main summary').all()) await one.click();
      expect.soft(await violations(page), name).toEqual([]);
      expect.soft(await overhang(page), `${name} fits the width`).toBe(0);
    });
  }
});

async function openReceipt(page: Page, open: (path: string) => Promise<void>): Promise<void> {
  await open(`/connection/${home}`);
  await page.getByRole('link', { name: 'Receipt' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: /^Receipt/ })).toBeVisible();
}

async function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
