import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { electricityBillingAbi, tariffBookAbi } from '../src/chain/abi.gen.ts';
import { parseConfig } from '../src/chain/config.ts';
import { roles } from '../src/chain/roles.ts';
import { connect } from './demo/timeline.ts';
import { type Anvil, startAnvil } from './run/anvil.ts';
import { linkedLibraries } from './run/linkedLibraries.ts';
import { unusedPort } from './run/ports.ts';
import { deployTestToken } from './run/testToken.ts';

const jiti = join(import.meta.dirname, '../node_modules/jiti/lib/jiti-cli.mjs');
const folder = mkdtempSync(join(tmpdir(), 'bijuli-'));
const out = join(folder, 'page/config.json');
const deployerKey = generatePrivateKey();
const adminKey = generatePrivateKey();
const deployer = privateKeyToAddress(deployerKey);
const admin = privateKeyToAddress(adminKey);
const board = privateKeyToAddress(generatePrivateKey());

const environment = {
  CURRENCY: 'INR',
  UNIT: '1000000000000',
  NOTICE_SECONDS: '2592000',
  UTC_OFFSET_SECONDS: '19800',
  PLAUSIBILITY_PERCENT: '120',
  ADMIN_DELAY_SECONDS: '86400',
  ADMIN: admin,
  TARIFF_OFFICER: board,
  OPERATOR: board,
  READER: board,
  TREASURER: board,
  BOARD_NAME: 'Some board',
  DEPLOYER_PRIVATE_KEY: deployerKey,
};

let anvil: Anvil;
beforeAll(async () => {
  anvil = await startAnvil(await unusedPort());
  const client = connect(anvil.rpcUrl);
  for (const address of [deployer, admin]) await client.setBalance({ address, value: parseEther('10') });
});
afterAll(async () => {
  await anvil.stop();
  rmSync(folder, { recursive: true });
});

/** Runs the command as npm does. */
async function deploy(env: Record<string, string | undefined>, ...args: string[]) {
  const command = [jiti, join(import.meta.dirname, 'deploy.ts'), '--out', out, ...args];
  const options = { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment, ...env } };
  return promisify(execFile)(process.execPath, command, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}

test('an admin whose key is given is admin, and the deployer is nothing', async () => {
  const env = { ADMIN_PRIVATE_KEY: adminKey, BLOCK_SECONDS: '5' };
  const { code, stderr } = await deploy(env, '--rpc-url', anvil.rpcUrl);
  expect(stderr).toBe('');
  expect(code).toBe(0);

  const config = parseConfig(JSON.parse(readFileSync(out, 'utf8')));
  const chain = { id: 14330, rpcUrls: [anvil.rpcUrl], blockSeconds: 5 };
  expect(config).toMatchObject({ board: { name: 'Some board' }, chain });
  expect(config.demo).toBeUndefined();
  const client = connect(anvil.rpcUrl);
  const book = { address: config.contracts.tariffBook, abi: tariffBookAbi };
  const billing = { address: config.contracts.electricityBilling, abi: electricityBillingAbi };
  const block = BigInt(config.deploymentBlock);
  expect(await client.getCode({ ...book, blockNumber: block })).toBeTruthy();
  expect(await client.getCode({ ...book, blockNumber: block - 1n })).toBeUndefined();
  expect(await client.readContract({ ...book, functionName: 'defaultAdmin' })).toBe(admin);
  expect(await client.readContract({ ...billing, functionName: 'defaultAdmin' })).toBe(admin);
  expect(await client.readContract({ ...billing, functionName: 'hasRole', args: [roles.operator, board] })).toBe(true);
});

test('any other admin is offered the role, and the command says what is left to do', async () => {
  const { code, stdout } = await deploy({}, '--rpc-url', anvil.rpcUrl);
  expect(code).toBe(0);
  expect(stdout).toContain(
    `The deployer is still admin: ${admin} must call acceptDefaultAdminTransfer on both contracts.`,
  );
  const { chain, contracts } = parseConfig(JSON.parse(readFileSync(out, 'utf8')));
  expect(chain.blockSeconds).toBeUndefined();
  const billing = { address: contracts.electricityBilling, abi: electricityBillingAbi };
  const client = connect(anvil.rpcUrl);
  expect(await client.readContract({ ...billing, functionName: 'defaultAdmin' })).toBe(deployer);
  expect(await client.readContract({ ...billing, functionName: 'pendingDefaultAdmin' })).toMatchObject([
    admin,
    expect.anything(),
  ]);
});

test('an account of the node can deploy', async () => {
  const [own = '0x'] = await connect(anvil.rpcUrl).getAddresses();
  const { code } = await deploy(
    { DEPLOYER_PRIVATE_KEY: undefined, ADMIN: own },
    '--rpc-url',
    anvil.rpcUrl,
    '--unlocked',
    own,
  );
  expect(code).toBe(0);
});

/** Of CREATE2, with which forge deploys libraries. It has code on Anvil and most chains. */
const factory = '0x4e59b44847b379578588920cA78FbF26c0B4956C';

test('the libraries are deployed on a chain without a factory for them, too', async () => {
  const client = connect(anvil.rpcUrl);
  const code = (await client.getCode({ address: factory })) ?? '0x';
  await client.setCode({ address: factory, bytecode: '0x' });
  const { code: ended, stderr } = await deploy({ ADMIN_PRIVATE_KEY: adminKey }, '--rpc-url', anvil.rpcUrl);
  await client.setCode({ address: factory, bytecode: code });
  expect(stderr).toBe('');
  expect(ended).toBe(0);
  const { contracts } = parseConfig(JSON.parse(readFileSync(out, 'utf8')));
  const libraries = await linkedLibraries(client, 'ElectricityBilling', contracts.electricityBilling);
  expect(libraries.map(({ name, isAsCompiled }) => [name, isAsCompiled]).sort()).toEqual([
    ['Arrangements', true],
    ['Bills', true],
    ['Connections', true],
    ['Money', true],
    ['Readings', true],
  ]);
});

test('a token can be what everything is paid in', async () => {
  const token = await deployTestToken(anvil.rpcUrl, 2);
  const settlement = { ASSET: token.address, UNIT: '1', STEP: '10000' };
  const { code, stderr } = await deploy({ ...settlement, ADMIN_PRIVATE_KEY: adminKey }, '--rpc-url', anvil.rpcUrl);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const { contracts } = parseConfig(JSON.parse(readFileSync(out, 'utf8')));
  const billing = { address: contracts.electricityBilling, abi: electricityBillingAbi };
  const client = connect(anvil.rpcUrl);
  expect(await client.readContract({ ...billing, functionName: 'asset' })).toBe(token.address);
  expect(await client.readContract({ ...billing, functionName: 'step' })).toBe(10_000n);
});

test('a token whose decimals don’t fit is one clear line, and nothing is sent', async () => {
  const token = await deployTestToken(anvil.rpcUrl, 18);
  const client = connect(anvil.rpcUrl);
  const block = await client.getBlockNumber();
  const { code, stderr } = await deploy({ ASSET: token.address, UNIT: '1' }, '--rpc-url', anvil.rpcUrl);
  expect(code).toBe(1);
  expect(stderr.trimEnd()).toBe(
    'UNIT is 1 and STEP is 1; with a token of 18 decimals it must be UNIT=1000000000000 and STEP=1.',
  );
  expect(await client.getBlockNumber({ cacheTime: 0 })).toBe(block);
});

const poor = generatePrivateKey();

test.each([
  ['no node', {}, 'http://127.0.0.1:1', /^No node answers at http:\/\/127\.0\.0\.1:1 \(.*\)\.$/],
  [
    'no money',
    { DEPLOYER_PRIVATE_KEY: poor },
    undefined,
    `${privateKeyToAddress(poor)} has no money on this chain to pay for the deployment.`,
  ],
  [
    'no key',
    { DEPLOYER_PRIVATE_KEY: undefined },
    undefined,
    'DEPLOYER_PRIVATE_KEY is missing. (A node that signs by itself: --unlocked <address>.)',
  ],
  [
    'a wrong key',
    { DEPLOYER_PRIVATE_KEY: '0x1234' },
    undefined,
    'DEPLOYER_PRIVATE_KEY is not a private key: 0x and 64 hexadecimal digits.',
  ],
  [
    "another's key",
    { ADMIN_PRIVATE_KEY: poor },
    undefined,
    `ADMIN_PRIVATE_KEY is the key of ${privateKeyToAddress(poor)}, but ADMIN is ${admin}.`,
  ],
  [
    'a coin that wallets refuse',
    { COIN_SYMBOL: 'RUPEES!' },
    undefined,
    /^config\.json: chain\.coin\.symbol: .*letters/,
  ],
  [
    'a token that is not there',
    { ASSET: board },
    undefined,
    `ASSET is ${board}; it must be a token, and there is no contract at that address on this chain.`,
  ],
  [
    'a contract that is no token',
    { ASSET: factory },
    undefined,
    `ASSET is ${factory}; the contract there is no token: it does not tell its decimals.`,
  ],
  ['a missing setting', { READER: undefined }, undefined, 'READER is missing.'],
])('%s is one clear line', async (_, env, rpcUrl, message) => {
  const { code, stdout, stderr } = await deploy(env, '--rpc-url', rpcUrl ?? anvil.rpcUrl);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trimEnd()).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

test('without a node it says how it is called', async () => {
  expect((await deploy({})).stderr).toMatch(/^Usage: npm run deploy -- --rpc-url <URL>/);
});
