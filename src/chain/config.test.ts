import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

const address = '0x5FbDB2315678afecb367f032d93F642f64180aa3';
const good = {
  board: { name: 'A board' },
  chain: {
    id: 14333,
    name: 'A chain',
    coin: { name: 'Rupee', symbol: 'INR' },
    genesisHash: `0x${'ab'.repeat(32)}`,
    rpcUrls: ['https://node.example'],
  },
  contracts: { tariffBook: address, electricityBilling: address },
  deploymentBlock: 12,
  confirmations: 0,
};

function problem(json: unknown): ConfigError {
  try {
    parseConfig(json);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new Error('It was accepted');
}

it('takes a whole configuration, with and without what is optional', () => {
  expect(parseConfig(good)).toEqual(good);
  expect(parseConfig({ ...good, chain: { ...good.chain, blockSeconds: 5 } }).chain.blockSeconds).toBe(5);
  const demo = { accounts: [{ address, name: 'Board', roles: ['operator'] }], note: 'A note' };
  expect(parseConfig({ ...good, demo }).demo).toEqual(demo);
});

describe('what is wrong is named', () => {
  it.each([
    ['a missing field', { ...good, chain: { ...good.chain, id: undefined } }, 'chain.id', 'undefined', 'a number'],
    ['a fraction', { ...good, confirmations: 1.5 }, 'confirmations', '1.5', 'a whole number'],
    [
      'a short address',
      { ...good, contracts: { ...good.contracts, tariffBook: '0x12' } },
      'contracts.tariffBook',
      '"0x12"',
      '0x and 40 hexadecimal digits',
    ],
    [
      'a node without a protocol',
      { ...good, chain: { ...good.chain, rpcUrls: ['node:8545'] } },
      'chain.rpcUrls.0',
      '"node:8545"',
      'an address that begins with http:// or https://',
    ],
    ['no node', { ...good, chain: { ...good.chain, rpcUrls: [] } }, 'chain.rpcUrls', '0', 'at least one address'],
    [
      'no time between blocks',
      { ...good, chain: { ...good.chain, blockSeconds: 0 } },
      'chain.blockSeconds',
      '0',
      'a number from 1 on',
    ],
    ['an unknown field', { ...good, boardname: 'x' }, 'boardname', '"boardname"', 'no such field'],
    [
      'an unknown role',
      { ...good, demo: { accounts: [{ address, name: 'x', roles: ['king'] }], note: 'x' } },
      'demo.accounts.0.roles.0',
      '"king"',
      'one of admin, operator, reader, treasurer, tariffOfficer, consumer',
    ],
  ])('%s', (_, json, field, found, wanted) => {
    expect(problem(json)).toMatchObject({ field, found, wanted });
  });

  it('a file that is no object at all', () => {
    expect(problem('nonsense')).toMatchObject({ field: null, found: '"nonsense"' });
  });
});
