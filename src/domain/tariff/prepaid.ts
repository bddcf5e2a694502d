import { formatDecimal } from '../decimal.ts';
import { divide, divideTo, type Rounding, roundTo } from '../rounding.ts';
import { UsageError } from './errors.ts';
import { kilowattHours } from './limits.ts';
import { DECIMALS, type Deduction, MILLIONTHS_PER_WH, type Tariff } from './model.ts';
import { priceFunction } from './prepaidPrice.ts';

/** What money buys. */
type BoughtEnergy = {
  /** Wh, after the tariff's `prepaid.round`. */
  units: bigint;
  /** Money that a step of the price left unspent, millionths of the currency. */
  left: bigint;
};

/** What a payment buys. */
export type Purchase = BoughtEnergy & {
  /** What was taken from the payment first, millionths of the currency. */
  deductions: { id: string; label: string | undefined; amount: bigint }[];
};

const WHOLE_WH: Rounding = { step: 1n, mode: 'down' };

/**
 * How many Wh a payment buys, after what is deducted from it, on top of those already bought in the period.
 * @param amount the payment, millionths of the currency
 * @param already Wh
 * @throws UsageError when a deduction isn't covered, and as energyFor
 */
export function unitsFor(tariff: Tariff, amount: bigint, already: bigint): Purchase {
  const { net, deductions } = deduct(tariff.prepaid?.deduct ?? [], amount);
  return { ...energyFor(tariff, net, already), deductions };
}

/**
 * How many Wh money buys of which nothing is deducted.
 * Going up from there, the price per unit is constant between the edges of bands and of tables, and may step at an edge; the
 * money is spent from edge to edge. What rounding of the units leaves over stays in them: `left` is only what a step left.
 * @param money millionths of the currency
 * @param already Wh
 * @throws UsageError when energy is free without end, or its price falls
 */
export function energyFor(tariff: Tariff, money: bigint, already: bigint): BoughtEnergy {
  const { unit, edges, priceAt, priceAbove } = priceFunction(tariff);
  const start = already * MILLIONTHS_PER_WH;
  const round = tariff.prepaid?.round ?? WHOLE_WH;
  const rounding = { step: round.step * MILLIONTHS_PER_WH, mode: round.mode };

  /** Stops at `at` millionths of a kWh and `spare` more money, which buys at a price of `slope`. */
  const stop = (at: bigint, left: bigint, spare = 0n, slope = 1n): BoughtEnergy => {
    const bought = divideTo(rounding, (at - start) * slope + spare, slope);
    return { units: bought / MILLIONTHS_PER_WH, left: divide(left, unit) };
  };

  let at = start;
  let left = money * unit;
  let value = priceAt(at);
  for (;;) {
    const next = priceAbove(at);
    if (!next) return stop(at, left); // the last band ends here
    const step = next.value - value;
    if (step < 0n || next.slope < 0n) {
      throw new UsageError('fallingPrice', 'kwh', kilowattHours(at), 'a price that does not fall as consumption rises');
    }
    if (step > left || (step > 0n && step === left && next.slope > 0n)) return stop(at, left);

    const spare = left - step;
    const edge = edges.find((limit) => limit > at);
    if (edge === undefined && next.slope === 0n) {
      throw new UsageError('freeEnergy', 'kwh', kilowattHours(at), 'a price above zero in the last band');
    }
    if (edge === undefined || next.slope * (edge - at) > spare) return stop(at, 0n, spare, next.slope);
    left = spare - next.slope * (edge - at);
    value = priceAt(edge);
    at = edge;
  }
}

/** @throws UsageError */
function deduct(deduct: Deduction[], amount: bigint): { net: bigint; deductions: Purchase['deductions'] } {
  let net = amount;
  const deductions = deduct.map((deduction) => {
    const { id, label } = deduction;
    const taken =
      'amount' in deduction ? deduction.amount : roundTo(deduction.round, divide(net * deduction.percent, 1_000_000n));
    net -= taken;
    if (net < 0n) {
      const expected = `at least the ${decimal(amount - net)} that is deducted first`;
      throw new UsageError('belowDeductions', 'amount', decimal(amount), expected);
    }
    return { id, label, amount: taken };
  });
  return { net, deductions };
}

function decimal(money: bigint): string {
  return formatDecimal(money, DECIMALS.money, { keep: 0 });
}
