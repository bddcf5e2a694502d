import { TariffError } from './errors.ts';
import type { Band, Charge, Per, Reference, Tariff } from './model.ts';

/** What a value of a bill can come to at most, whatever the usage. */
type Bound = {
  /** Millionths of the currency. */
  amount: bigint;
  lines: number;
};

/** That percentages round, all together. */
const MOST_LINES = 256;
/** An amount for each calendar month counts as more than two years of them. */
const MONTH_LINES = 32;
const MOST_AMOUNT = 2n ** 160n;
const MOST_ADJUSTMENT = 2n ** 127n;
/** A step of 64 bits for each of 2^12 lines. */
const MOST_ROUNDING = 2n ** 76n;
/** Powers of two above 2^64 Wh in kWh, 2^32 W in kW, and 2^16 days. */
const BITS = { energy: 55n, load: 23n, days: 16n };

/** Refuses what could overflow a bill, or take too long, by the rules of docs/tariff-bytes.md. @throws TariffError */
export function checkBounds({ basis, adjustments, charges, total }: Tariff): void {
  const bounds = new Map<string, Bound>();
  for (const id of adjustments) bounds.set(id, { amount: MOST_ADJUSTMENT, lines: 1 });
  let rounded = 0;
  charges.forEach((charge, index) => {
    const bound = {
      amount: amountOf(charge, bounds) + MOST_ROUNDING,
      lines: linesOf(charge, charge.basis ?? basis, bounds),
    };
    if (charge.kind === 'percent' && charge.lineRound) rounded += bound.lines;
    if (rounded > MOST_LINES) {
      const expected = `percentages with lineRound of at most ${MOST_LINES} lines, up to this one`;
      throw new TariffError(`charges[${index}].of`, `${rounded} lines`, expected);
    }
    checkAmount(bound.amount, `charges[${index}]`);
    bounds.set(charge.id, bound);
  });
  checkAmount(sum(total.of, bounds, 'amount'), 'total.of');
}

function checkAmount(amount: bigint, field: string): void {
  if (amount <= MOST_AMOUNT) return;
  const expected = 'rates, amounts and percentages by which no bill exceeds 2^160 millionths';
  throw new TariffError(field, `up to 2^${amount.toString(2).length}`, expected);
}

function amountOf(charge: Charge, bounds: ReadonlyMap<string, Bound>): bigint {
  switch (charge.kind) {
    case 'energy':
      return highest(charge.bands) << BITS.energy;
    case 'fixed':
      return times(typeof charge.price === 'bigint' ? charge.price : highest(charge.price), charge.per);
    case 'percent':
      return (sum(charge.of, bounds, 'amount') * charge.rate) / 1_000_000n;
    case 'subtotal': {
      const least = charge.atLeast ? times(charge.atLeast.amount, charge.atLeast.per) : 0n;
      return sum(charge.of, bounds, 'amount') + least;
    }
  }
}

function linesOf(charge: Charge, basis: Tariff['basis'], bounds: ReadonlyMap<string, Bound>): number {
  if (charge.kind === 'energy' && charge.method === 'telescopic') return charge.bands.length;
  if (charge.kind === 'percent' && charge.lineRound) return Number(sum(charge.of, bounds, 'lines'));
  return charge.kind === 'fixed' && charge.per.basis && basis === 'calendar' ? MONTH_LINES : 1;
}

function times(amount: bigint, { load, basis }: Per): bigint {
  return amount << ((load ? BITS.load : 0n) + (basis ? BITS.days : 0n));
}

function highest(bands: readonly Band[]): bigint {
  return bands.reduce((most, { price }) => (price > most ? price : most), 0n);
}

function sum(of: readonly Reference[], bounds: ReadonlyMap<string, Bound>, what: keyof Bound): bigint {
  return of.reduce((sum, { id }) => sum + BigInt(bounds.get(id)?.[what] ?? 0), 0n);
}
