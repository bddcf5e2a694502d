import { FieldError } from './fieldError.ts';

/** What a meter shows, signed with its key: whoever has it may bring it to the chain, once. */
export type SignedReading = {
  connection: bigint;
  /** What the meter itself shows, Wh. */
  ownRegister: bigint;
  /** Seconds since 1970. */
  readAt: number;
  /** 65 bytes, as hexadecimal digits behind 0x. */
  signature: `0x${string}`;
};

/** EIP-712 types of what a meter signs; IConnectionLife.recordSignedReading has the domain. */
export const signedReadingTypes = {
  Reading: [
    { name: 'connection', type: 'uint64' },
    { name: 'ownRegister', type: 'uint48' },
    { name: 'readAt', type: 'uint32' },
  ],
} as const;

const fields = ['connection', 'ownRegister', 'readAt', 'signature'];

/**
 * Reads the text that `npm run meter` prints: JSON with numbers as decimal strings.
 * @throws FieldError that names the field, its value and what would be right.
 */
export function parseSignedReading(text: string): SignedReading {
  const value = parseJson(text);
  for (const name of Object.keys(value))
    if (!fields.includes(name)) throw new FieldError(name, value[name], `one of ${fields.join(', ')}`);
  const { signature } = value;
  if (typeof signature !== 'string' || !/^0x[0-9a-fA-F]{130}$/.test(signature))
    throw new FieldError('signature', signature, '0x and 130 hexadecimal digits');
  return {
    connection: whole(value, 'connection', 1n, 2n ** 64n - 1n),
    ownRegister: whole(value, 'ownRegister', 0n, 2n ** 48n - 1n),
    readAt: Number(whole(value, 'readAt', 1n, 2n ** 32n - 1n)),
    signature: signature as `0x${string}`,
  };
}

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new FieldError('', text, 'a JSON object in braces');
}

function whole(from: Record<string, unknown>, name: string, least: bigint, most: bigint): bigint {
  const value = from[name];
  const number = typeof value === 'string' && /^\d{1,20}$/.test(value) ? BigInt(value) : -1n;
  if (number < least || number > most)
    throw new FieldError(name, value, `a whole number in quotes, from ${least} to ${most}`);
  return number;
}
