import type { RoundingMode } from '../../domain/rounding.ts';
import type { Basis, Charge } from '../../domain/tariff/model.ts';

/** Rounds to a multiple of `to`; not at all while that is empty. */
export interface RoundingDraft {
  to: string;
  mode: RoundingMode;
}

export interface BandDraft {
  /** kWh; empty in the open band. */
  upTo: string;
  price: string;
}

/** Something that a sum takes in: a charge by its key, so that it may be renamed, or an adjustment by its id. */
export interface ReferenceDraft {
  to: number | string;
  isSubtracted: boolean;
}

/** A charge as it is typed. It holds the fields of every kind, so that nothing is lost when the kind is changed. */
export interface ChargeDraft {
  /** Tells charges apart on the screen, whatever becomes of their ids. */
  key: number;
  kind: Charge['kind'];
  id: string;
  label: string;
  /** Empty where it is the tariff's. */
  basis: Basis | '';
  method: 'telescopic' | 'whole';
  /** Of a fixed charge: whether its amount depends on the consumption. */
  isBanded: boolean;
  bands: BandDraft[];
  /** Of a fixed charge; of a subtotal the least it comes to, if there is one. */
  amount: string;
  perLoad: boolean;
  perBasis: boolean;
  rate: string;
  of: ReferenceDraft[];
  isRebate: boolean;
  above: string;
  upTo: string;
  lineRound: RoundingDraft;
  round: RoundingDraft;
  roundLimits: RoundingDraft;
}

/** A `tariff/1` file as it is typed. */
export interface TariffDraft {
  id: string;
  title: string;
  source: string;
  currency: string;
  basis: Basis;
  charges: ChargeDraft[];
  totalOf: ReferenceDraft[];
  totalRound: RoundingDraft;
  latePercent: string;
  lateRound: RoundingDraft;
  dueDays: string;
  /** What the form has no fields for, as it stands in the file. */
  adjustments: string[];
  carry: boolean;
  splitTo: unknown;
  prepaid: unknown;
}

export const noRounding: RoundingDraft = { to: '', mode: 'halfUp' };

let keys = 0;

export function newCharge(): ChargeDraft {
  return {
    key: keys++,
    kind: 'energy',
    id: '',
    label: '',
    basis: '',
    method: 'telescopic',
    isBanded: false,
    bands: [{ upTo: '', price: '' }],
    amount: '',
    perLoad: false,
    perBasis: false,
    rate: '',
    of: [],
    isRebate: false,
    above: '',
    upTo: '',
    lineRound: noRounding,
    round: noRounding,
    roundLimits: noRounding,
  };
}

export function newDraft(currency: string): TariffDraft {
  const charge = newCharge();
  return {
    id: '',
    title: '',
    source: '',
    currency,
    basis: 'days30',
    charges: [charge],
    totalOf: [added(charge)],
    totalRound: noRounding,
    latePercent: '',
    lateRound: noRounding,
    dueDays: '15',
    adjustments: [],
    carry: false,
    splitTo: undefined,
    prepaid: undefined,
  };
}

/** A reference to a charge, which counts it in. */
export function added({ key }: ChargeDraft): ReferenceDraft {
  return { to: key, isSubtracted: false };
}
