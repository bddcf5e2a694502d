import { describe, expect, it } from 'vitest';
import { parseSignedReading } from './signedReading.ts';

const signature = `0x${'ab'.repeat(65)}`;
const fields = { connection: '81000000001', ownRegister: '500000', readAt: '1706639400', signature };

describe('parseSignedReading', () => {
  it('reads what a meter says', () => {
    expect(parseSignedReading(JSON.stringify(fields))).toEqual({
      connection: 81_000_000_001n,
      ownRegister: 500_000n,
      readAt: 1_706_639_400,
      signature,
    });
  });

  it.each([
    ['', 'expected a JSON object in braces'],
    ['[]', 'expected a JSON object in braces'],
    [{ ...fields, connection: '0' }, 'connection is "0"; expected a whole number in quotes, from 1'],
    [{ ...fields, ownRegister: 500000 }, 'ownRegister is 500000; expected a whole number in quotes'],
    [{ ...fields, ownRegister: '281474976710656' }, 'ownRegister is "281474976710656"'],
    [{ ...fields, readAt: undefined }, 'readAt is missing'],
    [{ ...fields, signature: '0x12' }, 'signature is "0x12"; expected 0x and 130 hexadecimal digits'],
    [{ ...fields, register: '1' }, 'register is "1"; expected one of connection, ownRegister, readAt, signature'],
  ])('refuses %j', (given, message) => {
    expect(() => parseSignedReading(typeof given === 'string' ? given : JSON.stringify(given))).toThrow(message);
  });
});
