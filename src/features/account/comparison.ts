import { divide, divideTo } from '../../domain/rounding.ts';

/** What of a bill a comparison goes by: registers in Wh, days [fromDay, toDay). */
export interface Consumption {
  opening: bigint;
  closing: bigint;
  fromDay: number;
  toDay: number;
}

export interface Comparison {
  /** Wh a day, in hundreds. */
  perDay: bigint;
  /** By how many per cent that is more than in the period before, and than a year before; null where there is none to compare with. */
  sinceLast: bigint | null;
  sinceYear: bigint | null;
}

/** Periods differ by some days from year to year. */
const yearTolerance = 16;

/** Compares the latest period with earlier ones, by the day, since periods differ in length. @param bills Newest first, at least one. */
export function compare(bills: readonly Consumption[]): Comparison | null {
  const [latest, previous] = bills;
  if (!latest) return null;
  const lastYear = bills.find(({ fromDay }) => Math.abs(latest.fromDay - 365 - fromDay) <= yearTolerance);
  return {
    perDay: perDay(latest),
    sinceLast: change(latest, previous),
    sinceYear: change(latest, lastYear),
  };
}

export function energyOf({ opening, closing }: Consumption): bigint {
  return closing - opening;
}

function perDay(bill: Consumption): bigint {
  return divideTo({ step: 100n, mode: 'halfUp' }, energyOf(bill), BigInt(bill.toDay - bill.fromDay));
}

/** In whole per cent. */
function change(now: Consumption, then: Consumption | undefined): bigint | null {
  if (!then || energyOf(then) === 0n) return null;
  const scaledNow = energyOf(now) * BigInt(then.toDay - then.fromDay);
  const scaledThen = energyOf(then) * BigInt(now.toDay - now.fromDay);
  return divide((scaledNow - scaledThen) * 100n, scaledThen);
}
