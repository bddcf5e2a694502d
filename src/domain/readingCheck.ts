import type { Reading } from './reading.ts';

/** What a new reading is held against. */
export type MeterState = {
  /** Sanctioned load, W. */
  loadW: bigint;
  /** What the meter showed when it was last read, Wh: an estimate is no reading. */
  register: bigint;
  /** Of the latest reading or estimate, seconds since 1970. */
  readAt: number;
  /** When the meter was last read, where an estimate has come since. */
  readBefore?: number;
  isClosed?: boolean;
};

/** What the contract would do with a reading. Energies in Wh, times in seconds. */
export type ReadingCheck =
  | { kind: 'plausible'; energy: bigint; limit: bigint }
  | { kind: 'implausible'; energy: bigint; limit: bigint }
  /** The latest reading says the same. */
  | { kind: 'recorded' }
  | { kind: 'unknown' }
  | { kind: 'closed' }
  | { kind: 'falls'; last: bigint }
  | { kind: 'notLater'; last: number }
  | { kind: 'future'; now: number };

/** What the sanctioned load could draw in that many seconds, times the plausibility factor: W·s·% / (3600 s/h · 100 %) is Wh. */
export function plausibleEnergy(loadW: bigint, seconds: number, percent: number): bigint {
  return (loadW * BigInt(seconds) * BigInt(percent)) / 360_000n;
}

/** Holds a reading against the latest one, as the contract does. @param meter undefined where there is no such connection */
export function checkReading(
  { register, readAt }: Pick<Reading, 'register' | 'readAt'>,
  meter: MeterState | undefined,
  { now, plausibilityPercent }: { now: number; plausibilityPercent: number },
): ReadingCheck {
  if (!meter) return { kind: 'unknown' };
  const lastRead = meter.readBefore ?? meter.readAt;
  if (register === meter.register && readAt === lastRead) return { kind: 'recorded' };
  if (meter.isClosed) return { kind: 'closed' };
  // Before the register: an older reading has a lower one as a rule, and its age is what is wrong with it.
  if (readAt <= meter.readAt) return { kind: 'notLater', last: meter.readAt };
  if (register < meter.register) return { kind: 'falls', last: meter.register };
  if (readAt > now) return { kind: 'future', now };
  const energy = register - meter.register;
  const limit = plausibleEnergy(meter.loadW, readAt - lastRead, plausibilityPercent);
  return { kind: energy > limit ? 'implausible' : 'plausible', energy, limit };
}
