import type { ReadingEntry } from './entries.ts';

/** When a meter was read and what the logical register was then, Wh. */
export interface LastRead {
  register: bigint;
  readAt: number;
}

/** What was last read, passing over estimates; null where the entries don't reach back so far. @param entries newest first */
export function lastRead(entries: readonly ReadingEntry[]): LastRead | null {
  for (const entry of entries) {
    if (entry.type === 'rollover' || (entry.type === 'reading' && entry.kind === 'estimated')) continue;
    return { register: entry.register, readAt: entry.readAt };
  }
  return null;
}
