import { formatDecimal } from '../decimal.ts';
import { roundTo } from '../rounding.ts';
import { type Fraction, scale } from './factor.ts';
import { type Band, type Charge, DECIMALS } from './model.ts';

/** A band with its limits scaled to a period, millionths of a kWh. */
export type ScaledBand = {
  from: bigint;
  /** null is the open band. */
  to: bigint | null;
  price: bigint;
};

/** The bands of a charge, each limit rounded half up to a millionth of a kWh and then by the charge's `roundLimits`. */
export function scaleBands(bands: Band[], charge: Charge, factor: Fraction): ScaledBand[] {
  let from = 0n;
  return bands.map(({ upTo, price }) => {
    const band = { from, to: upTo === null ? null : scaleLimit(upTo, charge, factor), price };
    from = band.to ?? from;
    return band;
  });
}

/** The charge's `when` scaled to a period, millionths of a kWh; what is not given is null. */
export function scaleWhen(charge: Charge, factor: Fraction): { above: bigint | null; upTo: bigint | null } {
  const { above, upTo } = charge.when ?? {};
  return {
    above: above === undefined ? null : scaleLimit(above, charge, factor),
    upTo: upTo === undefined ? null : scaleLimit(upTo, charge, factor),
  };
}

/** The band that a consumption, millionths of a kWh, falls in: a limit belongs to the band below it. */
export function bandOf(bands: ScaledBand[], energy: bigint): ScaledBand | undefined {
  return bands.find(({ to }) => to === null || energy <= to);
}

/** Millionths of a kWh as text, for messages. */
export function kilowattHours(energy: bigint): string {
  return formatDecimal(energy, DECIMALS.limit, { keep: 0 });
}

function scaleLimit(limit: bigint, { roundLimits }: Charge, factor: Fraction): bigint {
  return roundTo(roundLimits, scale(limit, factor));
}
