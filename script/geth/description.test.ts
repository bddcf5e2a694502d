import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DESCRIPTION, nodesOf, parseDescription, readDescription, SINGLE_NODE } from './description.ts';

const right = readDescription(DESCRIPTION);

test('the project comes with a network of three sealers and two RPC nodes, and with a single node', () => {
  expect(nodesOf(right).map(({ name }) => name)).toEqual([
    'bootnode',
    'board',
    'regulator',
    'association',
    'rpc-1',
    'rpc-2',
  ]);
  expect(right.chainId).toBe(14333);
  expect(nodesOf(readDescription(SINGLE_NODE)).map(({ name }) => name)).toEqual(['node']);
});

test.each([
  [{ chainId: '14333' }, 'chainId is "14333"; it must be a whole number from 1 to 2147483647.'],
  [{ blockSeconds: 0 }, 'blockSeconds is 0; it must be a whole number from 1 to 60.'],
  [{ gasLimit: 1.5e7 }, 'gasLimit is 15000000; it must be a whole number from 30000000 to 2000000000.'],
  [{ rpcNodes: [] }, 'rpcNodes is 0; it must be at least one RPC node.'],
  [
    { sealers: [{ name: 'Board', host: '127.0.0.1', port: 1 }] },
    'sealers.0.name is "Board"; it must be a name of small letters, digits and -.',
  ],
  [
    { sealers: [{ name: 'board', host: 'board.example', port: 1 }] },
    'sealers.0.host is "board.example"; it must be an IP address.',
  ],
  [{ page: { port: 70_000, origins: [] } }, 'page.port is 70000; it must be a whole number from 1 to 65535.'],
  [
    { page: { port: 1, origins: ['https://page.example/'] } },
    'page.origins.0 is "https://page.example/"; it must be such as https://page.example.',
  ],
  [
    { rpcNodes: [{ ...right.rpcNodes[0], url: 'rpc.example' }] },
    'rpcNodes.0.url is "rpc.example"; it must be such as https://rpc.example.',
  ],
  [
    { accounts: { ...right.accounts, bank: '1.5' } },
    'accounts.bank is "1.5"; it must be whole coins, up to 15 digits.',
  ],
  [{ sealers: [] }, 'sealers is empty; it must hold a node, or there must be one RPC node and no bootnode.'],
  [{ colour: 'red' }, 'there is no field colour.'],
  [
    { sealers: [{ name: 'board', host: '127.0.0.1', port: 1, metricsPort: '6060' }] },
    'sealers.0.metricsPort is "6060"; it must be a whole number from 1 to 65535.',
  ],
])('%j is refused with the field, what stands there and what would be right', (change, message) => {
  expect(() => parseDescription({ ...right, ...change }, 'network.json')).toThrow(`network.json: ${message}`);
});

test('two nodes can share neither name nor port', () => {
  const [first, second] = right.sealers as [(typeof right.sealers)[0], (typeof right.sealers)[0]];
  expect(() => parseDescription({ ...right, sealers: [first, { ...second, name: first.name }] }, 'f')).toThrow(
    'f: the name board is there twice',
  );
  expect(() => parseDescription({ ...right, sealers: [first, { ...second, port: first.port }] }, 'f')).toThrow(
    'f: 127.0.0.1:30311 is there twice',
  );
  expect(() => parseDescription({ ...right, sealers: [{ ...first, metricsPort: 8547 }] }, 'f')).toThrow(
    'f: 127.0.0.1:8547 is there twice',
  );
});

test('a file that is not there, or is no JSON, is named', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'bijuli-')), 'network.json');
  expect(() => readDescription(file)).toThrow(`${file} is not there.`);
  writeFileSync(file, '{');
  expect(() => readDescription(file)).toThrow(`${file} is not JSON.`);
});
