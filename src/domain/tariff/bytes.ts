/** Unsigned big-endian integers in a byte array. */

export function writeUint(bytes: Uint8Array, offset: number, length: number, value: bigint | number): void {
  let rest = BigInt(value);
  for (let at = offset + length - 1; at >= offset; at--) {
    bytes[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
}

export function readUint(bytes: Uint8Array, offset: number, length: number): bigint {
  let value = 0n;
  for (const byte of bytes.subarray(offset, offset + length)) value = (value << 8n) | BigInt(byte);
  return value;
}

export function concatBytes(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
