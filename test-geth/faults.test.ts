import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { hexToBigInt } from 'viem';
import { nodesOf } from '../script/geth/description.ts';
import { pathsIn, sealerAddress } from '../script/geth/folder.ts';
import { headOf, waitForBlock } from '../script/geth/network.ts';
import { isRunning, resetNode, startNode } from '../script/geth/node.ts';
import { lastComplaint, lengthOf } from '../script/geth/process.ts';
import { chooseAmount, payButton } from '../test-e2e/screens/consumer.ts';
import type { Books } from './world/books.ts';
import { ONE_HOST } from './world/hosts.ts';
import type { Network } from './world/network.ts';
import { expect, type PerTest, test } from './world/test.ts';

const MILLION = 1_000_000n;

/** Consumer numbers that no other test has. */
let last = 1000n;
function numbers(count: number): bigint[] {
  return Array.from({ length: count }, () => ++last);
}

test.beforeEach(async ({ network }) => {
  await network.restore();
});

test('one sealer of three is killed during a billing run: it goes on, and nobody is billed twice or left out', async ({
  page,
  network,
  openAs,
  books,
}) => {
  const { board, newcomer } = network.accounts;
  const run = numbers(600);
  await books.register(run, newcomer);
  await books.readAll(run, 100_000);

  await openAs(board, '/board/billing');
  await page.getByRole('button', { name: 'Issue 600 bills' }).click();
  await expect(page.getByText(/^200 of 600/)).toBeVisible({ timeout: 60_000 });
  await network.crash('association');
  await expect(page.getByText('600 bills over ₹3,00,000.00 issued, none refused.')).toBeVisible({ timeout: 120_000 });
  for (const number of run) books.billed(number, 100_000);

  await network.startAgain('association');
  await network.agreed();
});

test('two sealers of three are gone: the chain halts, the page says so, and goes on by itself', async ({
  page,
  network,
  openAs,
  books,
}) => {
  const number = await openPayment({ network, openAs, books });

  await network.crash('regulator', 'association');
  await network.halted();
  await chooseAmount(page, '75');
  await payButton(page).click();
  await expect(page.getByText('The chain stands still')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('list', { name: 'Your transactions' })).toContainText('On its way');
  await page.screenshot({ path: 'test-results/geth/stands-still.png' });

  await network.startAgain('regulator');
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('The chain stands still')).toBeHidden();
  books.paid(number, 75n * MILLION);
});

test('the RPC node that the page uses is killed in mid-transaction: it goes on with the other', async ({
  page,
  network,
  openAs,
  books,
}) => {
  const number = await openPayment({ network, openAs, books });
  await chooseAmount(page, '40');
  await payButton(page).click();
  await expect(page.getByText('The chain has it and will put it in a block.')).toBeVisible();
  // It has told its peers by then.
  await sleep(300);
  await network.crash('rpc-1');
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Final.').first()).toBeVisible({ timeout: 60_000 });
  books.paid(number, 40n * MILLION);
});

test('the sealers are parted: a payment of the smaller part is not final, falls out when they meet, and is carried out again', async ({
  page,
  network,
  openAs,
  books,
}) => {
  test.skip(!network.hosts.areSeparate, ONE_HOST);
  const number = await openPayment({ network, openAs, books });
  await payInSmallerPart(page, network, books, number, 60n);
  const paid = page.getByRole('heading', { name: 'Paid', exact: true });
  await expect(page.getByText(/Final after \d more block/).first()).toBeVisible();
  // A sealer alone can seal one block and no second one.
  for (let seconds = 0; seconds < 20; seconds++) {
    await expect(page.getByText('Final.')).toHaveCount(0);
    await sleep(1000);
  }

  await meet(page, network);
  await expect(paid).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Final.').first()).toBeVisible({ timeout: 90_000 });
  books.paid(number, 60n * MILLION);
});

test('a payment that another one has taken the place of while the sealers were parted can be sent again', async ({
  page,
  network,
  openAs,
  books,
}) => {
  test.skip(!network.hosts.areSeparate, ONE_HOST);
  const number = await openPayment({ network, openAs, books });
  const nonce = await payInSmallerPart(page, network, books, number, 80n);
  // The same wallet, on another computer, by the larger part's node.
  const other = network.at(1);
  const args = [number, 5n * MILLION];
  const hash = await other.send(network.accounts.newcomer, 'electricityBilling', 'pay', args, {
    value: books.coins(5n * MILLION),
    nonce,
  });
  const { blockNumber } = await other.receiptOf(hash);
  // It is final by then, whoever's turn it was.
  await waitForBlock(network.place, 'rpc-2', Number(blockNumber) + network.config.confirmations, 60_000);
  books.paid(number, 5n * MILLION);

  await meet(page, network);
  await expect(page.getByText('Your wallet sent another transaction in its place.').first()).toBeVisible({
    timeout: 90_000,
  });
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByRole('heading', { name: 'Paid', exact: true })).toBeVisible({ timeout: 60_000 });
  books.paid(number, 80n * MILLION);
});

test('two sealers that stand in a tie while the third is away are brought out of it', async ({ network, books }) => {
  test.skip(!network.hosts.areSeparate, ONE_HOST);
  const { place } = network;
  const [number = 0n] = numbers(1);
  await books.register([number], network.accounts.newcomer);
  const head = (name: string) => headOf(pathsIn(place.folder).ipc(name));
  const sealers = place.description.sealers.map(({ name }) => sealerAddress(place.folder, name));
  const boardsTurn = sealers.toSorted((a, b) => (hexToBigInt(a) < hexToBigInt(b) ? -1 : 1)).indexOf(sealers[0] ?? '0x');

  // The board has sealed out of its turn, so the next block's turn is the one of the board, which may not seal it. The association has to copy some
  // blocks, else one that it seals by itself when it starts is as good as any.
  const before = (await head('association')).number;
  await network.crash('association');
  let tip = await head('regulator');
  while (
    tip.number < before + 4 ||
    (tip.number + 1) % sealers.length !== boardsTurn ||
    (await network.sealerOf(tip.hash, 'regulator')) !== 'board' ||
    (await head('rpc-1')).hash !== tip.hash ||
    // Time enough to stop them before the next one.
    Date.now() > (tip.time + place.description.blockSeconds - 2) * 1000
  ) {
    await sleep(100);
    tip = await head('regulator');
  }
  await network.crash('board', 'regulator');

  // Each of the others seals it, and does not know of the other's.
  const others = nodesOf(place.description).filter(({ name }) => name !== 'regulator');
  network.hosts.part(
    ['regulator'],
    others.map(({ name }) => name),
  );
  for (const name of ['association', 'regulator']) {
    await network.startAgain(name);
    await waitForBlock(place, name, tip.number + 1, 30_000);
  }
  expect((await head('association')).hash).not.toBe((await head('regulator')).hash);
  network.hosts.heal();
  await waitForBlock(place, 'rpc-1', tip.number + 3, 150_000);
});

test('a sealer whose chain was taken away says so, and has it again by a copy or from its peers', async ({
  network,
  books,
}) => {
  const { place } = network;
  const [number = 0n] = numbers(1);
  await books.register([number], network.accounts.newcomer);
  const chain = pathsIn(place.folder).chain('association');
  const association = place.description.sealers.find(({ name }) => name === 'association');
  if (!association) throw new Error('no association');

  await network.crash('association');
  renameSync(chain, `${chain}.away`);
  await expect(startNode(place, association)).rejects.toThrow(
    `The chain of association is gone (${chain}): put it back, or "npm run geth -- reset association" has it copied from its peers.`,
  );
  expect(existsSync(chain), 'nothing was written in its place').toBe(false);
  renameSync(`${chain}.away`, chain);
  await startNode(place, association);
  await network.agreed();

  await network.crash('association');
  renameSync(chain, `${chain}.lost`);
  await resetNode(place, 'association');
  await startNode(place, association);
  await network.agreed();
});

test('a sealer whose disk is full says so and ends before its chain breaks; with room again it catches up', async ({
  network,
  books,
}) => {
  test.skip(!network.hosts.areSeparate, ONE_HOST);
  const { place } = network;
  const [number = 0n] = numbers(1);
  await books.register([number], network.accounts.newcomer);
  const log = pathsIn(place.folder).log('association');
  const disk = dirname(pathsIn(place.folder).chain('association'));

  await network.crash('association');
  await resetNode(place, 'association');
  rmSync(disk, { recursive: true });
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
  const from = lengthOf(log);
  try {
    // Whether it answers before it sees that is a matter of milliseconds.
    await network.startAgain('association').catch(() => {});
    await expect.poll(() => isRunning(place, 'association'), { timeout: 90_000 }).toBe(false);
    expect(lastComplaint(log, from)).toContain('Low disk space');
  } finally {
    await network.crash('association');
    execFileSync('umount', [disk]);
    await resetNode(place, 'association');
  }
  await network.startAgain('association');
  await network.agreed();
});

/** Registers a connection and opens its payment page with its holder's wallet. @returns Its consumer number. */
async function openPayment({ network, openAs, books }: Omit<PerTest, 'open'>): Promise<bigint> {
  const { newcomer } = network.accounts;
  const [number = 0n] = numbers(1);
  await books.register([number], newcomer);
  await openAs(newcomer, `/connection/${number}/pay`);
  return number;
}

/**
 * Parts the sealers, and pays by the node of the smaller part, whose only sealer can still seal one block: the payment must come before that. When it
 * comes too late, it is carried out once they have met, and another one is tried.
 * @param amount Whole units of the currency.
 * @returns The payment's nonce.
 */
async function payInSmallerPart(page: Page, network: Network, books: Books, number: bigint, amount: bigint) {
  const paid = page.getByRole('heading', { name: 'Paid', exact: true });
  for (let left = 7; ; left--) {
    await chooseAmount(page, String(amount));
    const nonce = await network.nonceOf(network.accounts.newcomer);
    await network.partFrom('board', ['rpc-1']);
    // The browser is in that part too: it would see that the other node is ahead, and take that one.
    await page.route(otherNode(network), (route) => route.abort());
    await payButton(page).click();
    await expect(paid)
      .toBeVisible({ timeout: 15_000 })
      .catch(() => {});
    if (await paid.isVisible()) return nonce;
    await meet(page, network);
    await expect(paid, `paid in the end; ${left} more tries`).toBeVisible({ timeout: 120_000 });
    books.paid(number, amount * MILLION);
    if (left === 0) throw new Error('The payment always came after the block.');
    await page.getByRole('button', { name: 'Pay more' }).click();
  }
}

async function meet(page: Page, network: Network): Promise<void> {
  network.hosts.heal();
  await network.agreed();
  await page.unroute(otherNode(network));
}

function otherNode(network: Network): string {
  return `${network.config.chain.rpcUrls[1]}/**`;
}
