// What a meter with a key, or its gateway, does: signs what it shows, as JSON that anyone may bring to the chain (EIP-712).
//
//   METER_PRIVATE_KEY=0x… npm run --silent meter -- --contract 0x… --chain-id 14330 --connection 81000000001 --register 500000 --at 2026-11-26T10:00:00Z
import { parseArgs } from 'node:util';
import { isAddress, isHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { signedReadingTypes } from '../src/domain/signedReading.ts';

const usage = 'npm run meter -- --contract ADDRESS --chain-id N --connection N --register WH --at TIME';

try {
  console.log(JSON.stringify(await sign(), null, 2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function sign() {
  const options = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { contract: options, 'chain-id': options, connection: options, register: options, at: options },
  });
  const key = process.env.METER_PRIVATE_KEY ?? '';
  if (!isHex(key) || key.length !== 66) throw new Error('METER_PRIVATE_KEY must be 0x and 64 hexadecimal digits.');
  const { contract = '', at = '' } = values;
  if (!isAddress(contract)) throw new Error(`--contract is "${contract}"; it must be an address. ${usage}`);
  const readAt = Math.floor(Date.parse(at) / 1000);
  if (Number.isNaN(readAt))
    throw new Error(`--at is "${at}"; it must be a time such as 2026-11-26T10:00:00Z. ${usage}`);
  const message = {
    connection: whole('connection', values.connection),
    ownRegister: whole('register', values.register),
    readAt,
  };
  const signature = await privateKeyToAccount(key).signTypedData({
    domain: {
      name: 'Bijuli',
      version: '1',
      chainId: whole('chain-id', values['chain-id']),
      verifyingContract: contract,
    },
    types: signedReadingTypes,
    primaryType: 'Reading',
    message: { ...message, ownRegister: Number(message.ownRegister) },
  });
  const { connection, ownRegister } = message;
  return { connection: String(connection), ownRegister: String(ownRegister), readAt: String(readAt), signature };
}

function whole(name: string, text = ''): bigint {
  if (!/^\d{1,15}$/.test(text)) throw new Error(`--${name} is "${text}"; it must be a whole number. ${usage}`);
  return BigInt(text);
}
