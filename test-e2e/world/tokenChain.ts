import { readFileSync } from 'node:fs';
import { deployDemo } from '../../script/demo/deployDemo.ts';
import { startAnvil } from '../../script/run/anvil.ts';
import { unusedPort } from '../../script/run/ports.ts';
import { deployTestToken } from '../../script/run/testToken.ts';
import { type Chain, openChain } from './chain.ts';

const DAY = 86_400;

/** Paid by the token's test. */
export const tokenHome = 1001n;

/** What the consumer has of the token, in its own unit of a hundredth. */
const POCKET = 100_000_00n;

/** A node of a worker's own with contracts that are paid in a token: one tariff, and two connections with a bill each. */
export async function startTokenChain(): Promise<Chain> {
  const anvil = await startAnvil(await unusedPort(), Math.floor(Date.now() / 1000) - 100 * DAY);
  const token = await deployTestToken(anvil.rpcUrl, 2);
  const config = await deployDemo(anvil.rpcUrl, { ASSET: token.address, UNIT: '1', STEP: '10000' });
  const chain = await openChain(anvil, config);
  const { accounts, node, write } = chain;
  const holder = accounts['london-home'];
  const flat = readFileSync(new URL('../../tariffs/flat-5.json', import.meta.url), 'utf8');
  await chain.publish(1, flat);

  const readAt = Number((await node.getBlock()).timestamp);
  for (const number of [tokenHome, tokenHome + 1n]) {
    const registration = { number, holder, category: 1, loadW: 5000, agreement: 1, register: 0, readAt };
    await write(accounts.board, 'electricityBilling', 'register', [registration]);
  }
  await chain.passDays(31);
  for (const number of [tokenHome, tokenHome + 1n]) {
    const args = [number, 100_000, readAt + 30 * DAY];
    await write(accounts['meter-reader'], 'electricityBilling', 'recordReading', args);
  }
  await write(accounts.board, 'electricityBilling', 'issueBills', [[tokenHome, tokenHome + 1n]]);
  await token.mint(holder, POCKET);
  return chain;
}
