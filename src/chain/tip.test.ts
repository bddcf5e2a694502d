import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchHead } from './head.ts';
import { startDeployment, type TestDeployment } from './testDeployment.ts';
import { chainWasReset, rememberTip } from './tip.ts';

let chain: TestDeployment;

beforeAll(async () => {
  chain = await startDeployment();
});

afterAll(() => chain?.anvil.stop());

let base: `0x${string}`;

/** A few blocks on, the one before the latest is remembered. */
beforeEach(async () => {
  const { client } = chain.deployment;
  base = await chain.node.snapshot();
  await chain.node.mine({ blocks: 5, interval: 5 });
  await rememberTip(client, 'test', await fetchHead(client), 1);
  return () => chain.node.revert({ id: base });
});

function wasReset(blockSeconds?: number): Promise<boolean> {
  const { client, config } = chain.deployment;
  const steady = blockSeconds === undefined ? {} : { blockSeconds };
  return chainWasReset(client, 'test', { ...config, chain: { ...config.chain, ...steady } });
}

it('a chain that goes on was not reset', async () => {
  await chain.node.mine({ blocks: 2 });
  expect(await wasReset(5)).toBe(false);
  expect(await wasReset()).toBe(false);
});

it('nor was one of which only what is not final has changed', async () => {
  await chain.node.request({ method: 'anvil_rollback', params: [1] } as never);
  await chain.node.mine({ blocks: 3, interval: 7 });
  expect(await wasReset(5)).toBe(false);
});

it('another block in its place is a reset', async () => {
  await chain.node.request({ method: 'anvil_rollback', params: [3] } as never);
  await chain.node.mine({ blocks: 5, interval: 7 });
  expect(await wasReset(5)).toBe(true);
  expect(await wasReset()).toBe(true);
});

it('a node that is behind has an older block; a development chain with fewer blocks was started anew', async () => {
  await chain.node.request({ method: 'anvil_rollback', params: [3] } as never);
  expect(await wasReset(5)).toBe(false);
  expect(await wasReset()).toBe(true);
});

it('fewer blocks, but newer ones, are another chain', async () => {
  await chain.node.request({ method: 'anvil_rollback', params: [3] } as never);
  await chain.node.increaseTime({ seconds: 1000 });
  await chain.node.mine({ blocks: 1 });
  expect(await wasReset(5)).toBe(true);
});
