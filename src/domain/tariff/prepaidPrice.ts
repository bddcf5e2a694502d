import { UsageError } from './errors.ts';
import { ONE } from './factor.ts';
import { kilowattHours, type ScaledBand, scaleBands, scaleWhen } from './limits.ts';
import type { Charge, EnergyCharge, Reference, Tariff } from './model.ts';

/**
 * What consumption costs in advance: the total without rounding of money, fixed charges, minimums, adjustments and carry,
 * every basis factor 1. Consumption is in millionths of a kWh.
 */
export type PriceFunction = {
  /** Prices are in 1/unit of a millionth of the currency: small enough for every percentage to be exact. */
  unit: bigint;
  /** Consumptions at which the price per unit may change, rising. */
  edges: bigint[];
  /** @throws UsageError above the last band */
  priceAt: (energy: bigint) => bigint;
  /** The price just above a consumption; undefined where the last band ends. */
  priceAbove: (energy: bigint) => Price | undefined;
};

/** A price and, up to the next edge, what each further millionth of a kWh adds to it. */
type Price = { value: bigint; slope: bigint };

/** A consumption, seen either from below or from just above: `within` says whether it is still in what a limit closes. */
type Position = { energy: bigint; within: (limit: bigint | null) => boolean };

type ScaledCharge = { charge: Charge; above: bigint | null; upTo: bigint | null; bands: ScaledBand[] };

const NOTHING: Price = { value: 0n, slope: 0n };
const MILLION = 1_000_000n;

export function priceFunction(tariff: Tariff): PriceFunction {
  const charges = tariff.charges.map((charge) => ({
    charge,
    ...scaleWhen(charge, ONE),
    bands: charge.kind === 'energy' ? scaleBands(charge.bands, charge, ONE) : [],
  }));
  const percentages = tariff.charges.filter(({ kind }) => kind === 'percent').length;
  const scale = MILLION ** BigInt(percentages);
  const limits = charges.flatMap(({ above, upTo, bands }) => [above, upTo, ...bands.map(({ to }) => to)]);
  return {
    unit: MILLION * scale,
    edges: limits.filter((limit) => limit !== null).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    priceAt: (energy) => {
      const price = priceOf(tariff, charges, scale, { energy, within: (limit) => limit === null || energy <= limit });
      if (!price)
        throw new UsageError('aboveLastBand', 'alreadyKwh', kilowattHours(energy), 'no more than the last band has');
      return price.value;
    },
    priceAbove: (energy) =>
      priceOf(tariff, charges, scale, { energy, within: (limit) => limit === null || energy < limit }),
  };
}

function priceOf(tariff: Tariff, charges: ScaledCharge[], scale: bigint, position: Position): Price | undefined {
  const prices = new Map<string, Price>();
  for (const { charge, above, upTo, bands } of charges) {
    const applies = (above === null || !position.within(above)) && position.within(upTo);
    if (!applies) continue;
    const price = chargePrice(charge, bands, prices, scale, position);
    if (!price) return undefined;
    prices.set(charge.id, charge.kind !== 'subtotal' && charge.negative ? times(price, -1n) : price);
  }
  return sum(tariff.total.of, prices);
}

function chargePrice(
  charge: Charge,
  bands: ScaledBand[],
  prices: ReadonlyMap<string, Price>,
  scale: bigint,
  position: Position,
): Price | undefined {
  switch (charge.kind) {
    case 'energy': {
      const price = energyPrice(charge, bands, position);
      return price && times(price, scale);
    }
    case 'fixed':
      return NOTHING;
    case 'percent': {
      const { value, slope } = times(sum(charge.of, prices), charge.rate);
      return { value: value / MILLION, slope: slope / MILLION };
    }
    case 'subtotal':
      return sum(charge.of, prices);
  }
}

function energyPrice({ method }: EnergyCharge, bands: ScaledBand[], { energy, within }: Position): Price | undefined {
  const reached = bands.findIndex(({ to }) => within(to));
  const band = bands[reached];
  if (!band) return undefined;
  if (method === 'whole') return { value: energy * band.price, slope: band.price };
  const below = bands.slice(0, reached).reduce((sum, { from, to, price }) => sum + ((to ?? from) - from) * price, 0n);
  return { value: below + (energy - band.from) * band.price, slope: band.price };
}

function sum(of: Reference[], prices: ReadonlyMap<string, Price>): Price {
  return of.reduce((sum, { id, subtract }) => {
    const { value, slope } = times(prices.get(id) ?? NOTHING, subtract ? -1n : 1n);
    return { value: sum.value + value, slope: sum.slope + slope };
  }, NOTHING);
}

function times({ value, slope }: Price, factor: bigint): Price {
  return { value: value * factor, slope: slope * factor };
}
