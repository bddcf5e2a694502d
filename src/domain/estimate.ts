/** A bill as far as its energy goes: registers in Wh, days since 1970, the period half open. */
export type EnergyBill = {
  opening: bigint;
  closing: bigint;
  fromDay: number;
  toDay: number;
  /** How the closing register came about. */
  kind: 'actual' | 'estimated' | 'confirmed';
};

/** An estimated bill held against the estimate; Wh. */
export type EstimateCheck = {
  matches: boolean;
  expected: bigint;
  /** What was billed above that; negative where it was less. */
  difference: bigint;
};

/** Bills on readings of which the mean is taken. */
const BILLS = 3;

/** The last three bills on readings, or as many as there are: what an estimate goes by. @param bills newest first */
export function estimateBasis<Bill extends EnergyBill>(bills: readonly Bill[]): Bill[] {
  return bills.filter(({ kind }) => kind !== 'estimated').slice(0, BILLS);
}

/**
 * The estimate for that many days, Wh: by what the bills of its basis had a day; null where there is none.
 * @param bills newest first
 */
export function estimateOf(bills: readonly EnergyBill[], days: number): bigint | null {
  const read = estimateBasis(bills);
  if (read.length === 0) return null;
  const energy = read.reduce((sum, bill) => sum + energyOf(bill), 0n);
  const daysRead = read.reduce((sum, bill) => sum + daysOf(bill), 0);
  return (energy * BigInt(days)) / BigInt(daysRead);
}

/** Holds an estimated bill against those before it, newest first; null when there is none on a reading. */
export function checkEstimate(bill: EnergyBill, before: readonly EnergyBill[]): EstimateCheck | null {
  const expected = estimateOf(before, daysOf(bill));
  if (expected === null) return null;
  const difference = energyOf(bill) - expected;
  return { matches: difference === 0n, expected, difference };
}

function energyOf({ opening, closing }: EnergyBill): bigint {
  return closing - opening;
}

function daysOf({ fromDay, toDay }: EnergyBill): number {
  return toDay - fromDay;
}
