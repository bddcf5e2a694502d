import { formatDecimal } from '../decimal.ts';
import type { Rounding } from '../rounding.ts';
import {
  type Band,
  type Charge,
  DECIMALS,
  DEFAULT_DUE_DAYS,
  DEFAULT_SPLIT_TO,
  type Deduction,
  type Per,
  type Reference,
  type Tariff,
  type When,
} from './model.ts';

/**
 * The tariff as a `tariff/1` file: plain JSON values in the order of the format's own example. Defaults and what is absent
 * are left out, trailing zeros are not kept; `parseTariff` reads back the same tariff.
 */
export function serializeTariff(tariff: Tariff): Record<string, unknown> {
  const { total, lateSurcharge, prepaid } = tariff;
  return present({
    format: 'tariff/1',
    id: tariff.id,
    title: tariff.title,
    source: tariff.source,
    currency: tariff.currency,
    basis: tariff.basis,
    adjustments: tariff.adjustments.length > 0 ? tariff.adjustments : undefined,
    charges: tariff.charges.map(charge),
    total: present({ of: references(total.of), round: rounding(total.round), carry: total.carry || undefined }),
    lateSurcharge:
      lateSurcharge &&
      present({ percentPerMonth: percent(lateSurcharge.percentPerMonth), round: rounding(lateSurcharge.round) }),
    dueDays: tariff.dueDays === DEFAULT_DUE_DAYS ? undefined : tariff.dueDays,
    splitTo: tariff.splitTo === DEFAULT_SPLIT_TO ? undefined : decimal(tariff.splitTo, DECIMALS.energy),
    prepaid:
      prepaid &&
      present({
        deduct: prepaid.deduct.length > 0 ? prepaid.deduct.map(deduction) : undefined,
        round: rounding(prepaid.round, DECIMALS.energy),
      }),
  });
}

function charge(charge: Charge): Record<string, unknown> {
  const head = {
    id: charge.id,
    label: charge.label,
    kind: charge.kind,
    basis: charge.basis,
    ...figures(charge),
    when: charge.when && when(charge.when),
    roundLimits: rounding(charge.roundLimits, DECIMALS.limit),
  };
  if (charge.kind === 'subtotal') return present({ ...head, round: rounding(charge.round) });
  return present({
    ...head,
    lineRound: rounding(charge.lineRound),
    round: rounding(charge.round),
    negative: charge.negative || undefined,
  });
}

function figures(charge: Charge): Record<string, unknown> {
  switch (charge.kind) {
    case 'energy':
      return {
        method: charge.method === 'telescopic' ? undefined : charge.method,
        bands: bands(charge.bands, 'rate'),
      };
    case 'fixed':
      return {
        ...(typeof charge.price === 'bigint'
          ? { amount: money(charge.price) }
          : { bands: bands(charge.price, 'amount') }),
        per: per(charge.per),
      };
    case 'percent':
      return { rate: percent(charge.rate), of: references(charge.of) };
    case 'subtotal':
      return {
        of: references(charge.of),
        atLeast: charge.atLeast && money(charge.atLeast.amount),
        per: charge.atLeast && per(charge.atLeast.per),
      };
  }
}

function bands(bands: Band[], priceName: 'rate' | 'amount') {
  return bands.map(({ upTo, price }) =>
    present({ upTo: upTo === null ? undefined : decimal(upTo, DECIMALS.limit), [priceName]: money(price) }),
  );
}

function when({ above, upTo }: When) {
  return present({
    above: above === undefined ? undefined : decimal(above, DECIMALS.limit),
    upTo: upTo === undefined ? undefined : decimal(upTo, DECIMALS.limit),
  });
}

function per({ load, basis }: Per) {
  const names = [...(load ? ['kW'] : []), ...(basis ? ['basis'] : [])];
  return names.length > 0 ? names : undefined;
}

function deduction(deduction: Deduction) {
  const { id, label } = deduction;
  return 'amount' in deduction
    ? present({ id, label, amount: money(deduction.amount) })
    : present({ id, label, percent: percent(deduction.percent), round: rounding(deduction.round) });
}

function references(of: Reference[]) {
  return of.map(({ id, subtract }) => (subtract ? `-${id}` : id));
}

function rounding(rounding: Rounding | undefined, decimals: number = DECIMALS.money) {
  return rounding && { to: decimal(rounding.step, decimals), mode: rounding.mode };
}

function money(value: bigint) {
  return decimal(value, DECIMALS.money);
}

function percent(value: bigint) {
  return decimal(value, DECIMALS.percent);
}

function decimal(value: bigint, decimals: number) {
  return formatDecimal(value, decimals, { keep: 0 });
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
