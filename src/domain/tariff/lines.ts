import { monthsTouched } from '../calendar.ts';
import { divide, roundTo } from '../rounding.ts';
import { UsageError } from './errors.ts';
import { basisFactor, type Days, daysOf, type Fraction, fraction, times } from './factor.ts';
import { bandOf, kilowattHours, type ScaledBand, scaleBands } from './limits.ts';
import type { EnergyLine, FixedLine, Line, PercentLine } from './line.ts';
import type {
  Band,
  Basis,
  Charge,
  EnergyCharge,
  FixedCharge,
  Minimum,
  Per,
  PercentCharge,
  Reference,
  SubtotalCharge,
} from './model.ts';

/** A period billed by one tariff: a whole bill, or a part of one whose tariff changes inside. */
export type Part = Days & {
  /** Millionths of a kWh in the part. */
  energy: bigint;
  /** W */
  load: bigint | undefined;
  /** The tariff's own basis. */
  basis: Basis;
  bill: Days & {
    /** Millionths of a kWh in the whole bill. */
    energy: bigint;
  };
};

/** What a charge is computed from besides its part: the adjustments and the charges above, as they are in this part. */
export type Above = {
  /** Signed amount, millionths of the currency; zero of a charge that does not apply. */
  amount: (id: string) => bigint;
  /** Amounts of the lines: an adjustment has one, a charge that does not apply none. */
  lineAmounts: (id: string) => bigint[];
};

/** The lines of a charge that applies. @throws UsageError */
export function linesOf(charge: Charge, part: Part, above: Above): Line[] {
  switch (charge.kind) {
    case 'energy':
      return energyLines(charge, part).map((line) => withAmount(charge, line, line.units * line.rate, 1_000_000n));
    case 'fixed':
      return fixedLines(charge, part).map((line) => {
        const { numerator, denominator } = multiplier(line.load, line.factor);
        return withAmount(charge, line, line.price * numerator, denominator);
      });
    case 'percent':
      return percentLines(charge, above).map((line) => withAmount(charge, line, line.base * line.rate, 1_000_000n));
    case 'subtotal':
      return [subtotalLine(charge, part, above)];
  }
}

/** The factor of the charge's basis for the part, or for the whole bill, which decides what is chosen by the total. */
export function factorOf(charge: Charge, part: Part, days: Days = part): Fraction {
  return basisFactor(charge.basis ?? part.basis, days, daysOf(part.bill));
}

/** The signed sum of what is named, millionths of the currency. */
export function sumOf(of: Reference[], amount: (id: string) => bigint): bigint {
  return of.reduce((sum, { id, subtract }) => (subtract ? sum - amount(id) : sum + amount(id)), 0n);
}

/** A line's amount: rounded half up to a millionth, then by `lineRound`; negative in a rebate. */
function withAmount(
  charge: EnergyCharge | FixedCharge | PercentCharge,
  line: EnergyLine | FixedLine | PercentLine,
  numerator: bigint,
  denominator: bigint,
): Line {
  const amount = roundTo(charge.lineRound, divide(numerator, denominator));
  return { ...line, amount: charge.negative ? -amount : amount };
}

function energyLines(charge: EnergyCharge, part: Part): EnergyLine[] {
  const chosen = chosenBand(charge, charge.bands, part);
  if (charge.method === 'whole') return [energyLine(chosen, part.energy)];
  const bands = scaleBands(charge.bands, charge, factorOf(charge, part));
  return bands.flatMap((band, index) => {
    // The last band takes the rest, also where units and limits of a part were rounded apart.
    const to = index === bands.length - 1 || band.to === null || part.energy < band.to ? part.energy : band.to;
    return to > band.from || index === 0 ? [energyLine(band, to - band.from)] : [];
  });
}

function energyLine({ price, from, to }: ScaledBand, units: bigint): EnergyLine {
  return { kind: 'energy', units, rate: price, from, to };
}

function fixedLines(charge: FixedCharge, part: Part): FixedLine[] {
  const price = typeof charge.price === 'bigint' ? charge.price : chosenBand(charge, charge.price, part).price;
  const load = loadOf(charge.per, part);
  if (charge.per.basis && (charge.basis ?? part.basis) === 'calendar') {
    return monthsTouched(part.fromDay, part.toDay).map((month) => {
      return { kind: 'fixed', price, load, factor: fraction(month.days, month.length), month };
    });
  }
  return [{ kind: 'fixed', price, load, factor: periodFactor(charge, charge.per, part), month: null }];
}

function percentLines(charge: PercentCharge, above: Above): PercentLine[] {
  const bases = charge.lineRound
    ? charge.of.flatMap(({ id, subtract }) => above.lineAmounts(id).map((amount) => (subtract ? -amount : amount)))
    : [sumOf(charge.of, above.amount)];
  return bases.map((base) => ({ kind: 'percent', rate: charge.rate, base }));
}

function subtotalLine(charge: SubtotalCharge, part: Part, above: Above): Line {
  const sum = sumOf(charge.of, above.amount);
  const minimum = charge.atLeast ? minimumOf(charge, charge.atLeast, part) : null;
  return { kind: 'subtotal', sum, minimum, amount: minimum !== null && minimum > sum ? minimum : sum };
}

function minimumOf(charge: SubtotalCharge, { amount, per }: Minimum, part: Part): bigint {
  const { numerator, denominator } = multiplier(loadOf(per, part), periodFactor(charge, per, part));
  return divide(amount * numerator, denominator);
}

/** The band that the whole bill falls in. @throws UsageError above the last one */
function chosenBand(charge: Charge, bands: Band[], part: Part): ScaledBand {
  const scaled = scaleBands(bands, charge, factorOf(charge, part, part.bill));
  const band = bandOf(scaled, part.bill.energy);
  if (band) return band;
  const end = kilowattHours(scaled.at(-1)?.to ?? 0n);
  const expected = `at most ${end} kWh, where the last band of "${charge.id}" ends`;
  throw new UsageError('aboveLastBand', 'kwh', kilowattHours(part.bill.energy), expected);
}

/** @throws UsageError when the load is needed and not given */
function loadOf(per: Per, part: Part): bigint | null {
  if (!per.load) return null;
  if (part.load === undefined) throw new UsageError('loadMissing', 'loadKw', undefined, 'the billed load');
  return part.load;
}

/** What is not per basis is per bill, so a part bears its share of the days; null where that is all of them. */
function periodFactor(charge: Charge, per: Per, part: Part): Fraction | null {
  if (per.basis) return factorOf(charge, part);
  return daysOf(part) === daysOf(part.bill) ? null : fraction(daysOf(part), daysOf(part.bill));
}

function multiplier(load: bigint | null, factor: Fraction | null): Fraction {
  const kilowatts = { numerator: load ?? 1n, denominator: load === null ? 1n : 1000n };
  return factor ? times(kilowatts, factor) : kilowatts;
}
