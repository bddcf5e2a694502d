import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { privateKeyToAddress } from 'viem/accounts';
import { beforeEach, expect, test } from 'vitest';
import { DESCRIPTION, readDescription, SINGLE_NODE } from './description.ts';
import { accountKey, createFolder, enodeOf, folderExists, openFolder, pathsIn, sealerAddress } from './folder.ts';

const description = readDescription(DESCRIPTION);
let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'bijuli-')), 'network');
  createFolder(folder, description, { time: 1_700_000_000 });
});

test('keys are drawn for this network alone, and only their own user can read them', () => {
  const { keys } = pathsIn(folder);
  expect(statSync(keys).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777, name).toBe(0o600);
  const other = join(folder, '../other');
  createFolder(other, description);
  expect(accountKey(other, 'operator')).not.toBe(accountKey(folder, 'operator'));
  expect(readdirSync(join(folder, '..'))).toEqual(['network', 'other']);
});

test('the first block has the sealers in the order of their addresses, and the coins of each account', () => {
  const genesis = JSON.parse(readFileSync(pathsIn(folder).genesis, 'utf8'));
  const sealers = description.sealers.map(({ name }) => sealerAddress(folder, name).slice(2).toLowerCase());
  expect(genesis.extradata).toBe(`0x${'00'.repeat(32)}${sealers.sort().join('')}${'00'.repeat(65)}`);
  expect(genesis.config.clique).toEqual({ period: 5, epoch: 30_000 });
  expect(genesis.timestamp).toBe('0x6553f100');
  const operator = privateKeyToAddress(accountKey(folder, 'operator'));
  // 100,000 coins of 18 decimals.
  expect(genesis.alloc[operator]).toEqual({ balance: '0x152d02c7e14af6800000' });
});

test('that of a single node is geth’s own, with our accounts and chain id', () => {
  const single = join(folder, '../single');
  const contract = { balance: '0x0', code: '0x01' } as const;
  const config = { chainId: 1337, londonBlock: 0, osakaTime: 0, bogotaTime: 0 };
  const own = { config, timestamp: '0x0', gasLimit: '0x1', alloc: { '0xa1': contract } } as const;
  createFolder(single, readDescription(SINGLE_NODE), { own, time: 1_700_000_000 });
  const genesis = JSON.parse(readFileSync(pathsIn(single).genesis, 'utf8'));
  expect(genesis).toMatchObject({ timestamp: '0x6553f100', gasLimit: '0x3938700' });
  expect(genesis.config).toEqual({ chainId: 14333, londonBlock: 0, osakaTime: 0 });
  expect(genesis.alloc).toMatchObject({ '0xa1': contract, [privateKeyToAddress(accountKey(single, 'bank'))]: {} });
});

test('what others must know of a node needs none of its keys', () => {
  const [board] = description.sealers;
  if (!board) throw new Error('no board');
  const enode = enodeOf(folder, board);
  expect(enode).toMatch(/^enode:\/\/[0-9a-f]{128}@127\.0\.0\.1:30311$/);
  rmSync(pathsIn(folder).nodeKey('board'));
  expect(enodeOf(folder, board)).toBe(enode);
});

test.each([
  'password',
  'board.sealer',
  'operator.account',
  'board.node',
])('%s that others can read is refused', (name) => {
  const file = join(pathsIn(folder).keys, name);
  chmodSync(file, 0o644);
  expect(() => openFolder(folder)).toThrow(
    `${file} can be read by others (mode 644): "chmod 600" it, and draw it anew if others were on this machine.`,
  );
  chmodSync(file, 0o600);
  expect(openFolder(folder)).toEqual(description);
});

test('a key that is broken is refused', () => {
  writeFileSync(pathsIn(folder).accountKey('operator'), '0x12');
  expect(() => accountKey(folder, 'operator')).toThrow('operator.account is not a private key: 64 hexadecimal digits.');
});

test.each(['{"config":', '{}', 'null'])('a damaged first block (%s) is refused, and nothing is written', (text) => {
  const file = pathsIn(folder).genesis;
  writeFileSync(file, text);
  expect(() => openFolder(folder)).toThrow(`${file} is damaged or gone`);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('a first block of another chain is refused', () => {
  const file = pathsIn(folder).genesis;
  const genesis = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...genesis, config: { ...genesis.config, chainId: 1 } }));
  expect(() => openFolder(folder)).toThrow(`${file} is of chain 1, and ${pathsIn(folder).description} of chain 14333`);
});

test('a folder that was not finished is no network, and is made anew', () => {
  const other = join(folder, '../other');
  expect(() => createFolder(other, { ...description, accounts: { ...description.accounts, bank: 'x' } })).toThrow();
  expect(folderExists(other)).toBe(false);
  createFolder(other, description);
  expect(existsSync(pathsIn(other).genesis)).toBe(true);
});
