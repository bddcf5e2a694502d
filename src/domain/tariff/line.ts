import type { TouchedMonth } from '../calendar.ts';
import type { Fraction } from './factor.ts';

/** One line of a charge. `amount` is signed, in millionths of the currency, after the charge's `lineRound`. */
export type Line = { amount: bigint } & (EnergyLine | FixedLine | PercentLine | SubtotalLine);

/** units × rate. */
export type EnergyLine = {
  kind: 'energy';
  /** Millionths of a kWh. */
  units: bigint;
  /** Millionths of the currency per kWh. */
  rate: bigint;
  /** The scaled band, millionths of a kWh; `to` is null in the open one. */
  from: bigint;
  to: bigint | null;
};

/** price × load × factor; what the charge is not per is null. */
export type FixedLine = {
  kind: 'fixed';
  /** Millionths of the currency. */
  price: bigint;
  /** W */
  load: bigint | null;
  /** Of the basis or, where the tariff changes inside the bill, the part's share of its days. */
  factor: Fraction | null;
  /** The calendar month, where there is a line for each. */
  month: TouchedMonth | null;
};

/** rate % of base. */
export type PercentLine = {
  kind: 'percent';
  /** Ten-thousandths of a per cent. */
  rate: bigint;
  /** Signed, millionths of the currency. */
  base: bigint;
};

/** A sum, and the minimum that it was held against; millionths of the currency. */
type SubtotalLine = { kind: 'subtotal'; sum: bigint; minimum: bigint | null };
