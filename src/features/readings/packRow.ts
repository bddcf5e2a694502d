import type { Reading } from '../../domain/reading.ts';

/** A row of recordReadings: connection in bits 0–63, register in Wh in bits 64–111, time in bits 112–143. */
export function packRow({ connection, register, readAt }: Reading): bigint {
  return connection | (register << 64n) | (BigInt(readAt) << 112n);
}
