import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { zeroAddress } from 'viem';
import { expect, test } from 'vitest';
import { readDeploySettings } from './deploySettings.ts';

const address = '0x00000000000000000000000000000000000000A1';
const right = {
  CURRENCY: 'INR',
  ASSET: '0x00000000000000000000000000000000000000A2',
  UNIT: '1',
  STEP: '10000',
  NOTICE_SECONDS: '2592000',
  UTC_OFFSET_SECONDS: '-19800',
  PLAUSIBILITY_PERCENT: '120',
  ADMIN_DELAY_SECONDS: '86400',
  ADMIN: address,
  TARIFF_OFFICER: address,
  OPERATOR: address,
  READER: address,
  TREASURER: address,
};

test('takes what the contracts need, and nothing else of the environment', () => {
  expect(readDeploySettings({ ...right, HOME: '/' })).toEqual(right);
});

test('the chain’s coin is what is paid in unless a token is named, with all its decimals', () => {
  const { ASSET, STEP, ...others } = right;
  expect(readDeploySettings(others)).toEqual({ ...others, ASSET: zeroAddress, STEP: '1' });
});

const needed = Object.keys(right).filter((name) => name !== 'ASSET' && name !== 'STEP');

test.each(needed)('%s must be there', (name) => {
  expect(() => readDeploySettings({ ...right, [name]: undefined })).toThrow(`${name} is missing.`);
});

test.each([
  ['CURRENCY', 'inr', 'CURRENCY is "inr"; it must be three capital letters.'],
  ['UNIT', '0', 'UNIT is "0"; it must be a whole number from 1 on.'],
  ['STEP', '0.5', 'STEP is "0.5"; it must be a whole number from 1 on.'],
  ['ASSET', 'INR', 'ASSET is "INR"; it must be an address: 0x and 40 hexadecimal digits.'],
  ['NOTICE_SECONDS', '4294967296', 'NOTICE_SECONDS is "4294967296"; it must be from 0 to 4294967295.'],
  ['NOTICE_SECONDS', '30 days', 'NOTICE_SECONDS is "30 days"; it must be a whole number.'],
  ['UTC_OFFSET_SECONDS', '86400', 'UTC_OFFSET_SECONDS is "86400"; it must be from -86399 to 86399.'],
  ['PLAUSIBILITY_PERCENT', '0', 'PLAUSIBILITY_PERCENT is "0"; it must be from 1 to 65535.'],
  ['ADMIN_DELAY_SECONDS', '-1', 'ADMIN_DELAY_SECONDS is "-1"; it must be from 0 to 4294967295.'],
  ['READER', '0xA1', 'READER is "0xA1"; it must be an address: 0x and 40 hexadecimal digits.'],
])('%s can\'t be "%s"', (name, value, message) => {
  expect(() => readDeploySettings({ ...right, [name]: value })).toThrow(message);
});

test('the example names every setting', () => {
  const example = parseEnv(readFileSync(new URL('../deploy.env.example', import.meta.url), 'utf8'));
  const addresses = Object.fromEntries(Object.entries(right).filter(([, value]) => value === address));
  expect(readDeploySettings({ ...example, ...addresses })).toMatchObject({
    ...addresses,
    ASSET: zeroAddress,
    UNIT: '1000000000000',
    STEP: '1',
  });
  expect(example).toMatchObject(Object.fromEntries(Object.keys(addresses).map((name) => [name, '0x'])));
});
