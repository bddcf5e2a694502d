import { expect, it } from 'vitest';
import { readAddress } from './AddressField.tsx';

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

it.each([address, ` ${address} `, address.toLowerCase(), `0x${address.slice(2).toUpperCase()}`])('takes %j', (text) =>
  expect(readAddress(text)).toEqual({ address }));

it('has nothing to say about nothing', () => expect(readAddress(' ')).toEqual({ address: null }));

it('refuses what is no address', () => {
  expect(readAddress('1001')).toEqual({ address: null, problem: 'common.notAnAddress' });
  expect(readAddress(address.slice(0, -1))).toEqual({ address: null, problem: 'common.notAnAddress' });
});

it('notices a mistyped digit by the capitals', () => {
  expect(readAddress(address.replace('C51', 'C52'))).toEqual({ address: null, problem: 'common.wrongChecksum' });
});
