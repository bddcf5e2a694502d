import { DEFAULT_DUE_DAYS } from '../../domain/tariff/model.ts';
import type { BandDraft, ChargeDraft, ReferenceDraft, RoundingDraft, TariffDraft } from './draft.ts';

/** The `tariff/1` file that a form describes, valid or not: `parseTariff` names the field that is wrong. */
export function fileOf(draft: TariffDraft): Record<string, unknown> {
  const dueDays = /^\d+$/.test(draft.dueDays) ? Number(draft.dueDays) : draft.dueDays;
  return present({
    format: 'tariff/1',
    id: draft.id,
    title: draft.title,
    source: draft.source || undefined,
    currency: draft.currency,
    basis: draft.basis,
    adjustments: draft.adjustments.length > 0 ? draft.adjustments : undefined,
    charges: draft.charges.map((charge) => chargeFileOf(charge, draft)),
    total: present({
      of: names(draft.totalOf, draft),
      round: rounding(draft.totalRound),
      carry: draft.carry || undefined,
    }),
    lateSurcharge: draft.latePercent
      ? present({ percentPerMonth: draft.latePercent, round: rounding(draft.lateRound) })
      : undefined,
    dueDays: dueDays === DEFAULT_DUE_DAYS ? undefined : dueDays,
    splitTo: draft.splitTo,
    prepaid: draft.prepaid,
  });
}

function chargeFileOf(charge: ChargeDraft, draft: TariffDraft): Record<string, unknown> {
  const { kind } = charge;
  return present({
    id: charge.id,
    label: charge.label,
    kind,
    basis: charge.basis || undefined,
    ...figures(charge, draft),
    when:
      charge.above || charge.upTo
        ? present({ above: charge.above || undefined, upTo: charge.upTo || undefined })
        : undefined,
    roundLimits: rounding(charge.roundLimits),
    lineRound: kind === 'subtotal' ? undefined : rounding(charge.lineRound),
    round: rounding(charge.round),
    negative: kind !== 'subtotal' && charge.isRebate ? true : undefined,
  });
}

function figures(charge: ChargeDraft, draft: TariffDraft): Record<string, unknown> {
  switch (charge.kind) {
    case 'energy':
      return {
        method: charge.method === 'whole' ? 'whole' : undefined,
        bands: charge.bands.map((band) => bandFile(band, 'rate')),
      };
    case 'fixed':
      return {
        amount: charge.isBanded ? undefined : charge.amount,
        bands: charge.isBanded ? charge.bands.map((band) => bandFile(band, 'amount')) : undefined,
        per: per(charge),
      };
    case 'percent':
      return { rate: charge.rate, of: names(charge.of, draft) };
    case 'subtotal':
      return {
        of: names(charge.of, draft),
        atLeast: charge.amount || undefined,
        per: charge.amount ? per(charge) : undefined,
      };
  }
}

function names(of: readonly ReferenceDraft[], { charges }: TariffDraft): string[] {
  return of.map(({ to, isSubtracted }) => {
    const id = typeof to === 'string' ? to : charges.find(({ key }) => key === to)?.id;
    return isSubtracted ? `-${id}` : `${id}`;
  });
}

function bandFile({ upTo, price }: BandDraft, name: 'rate' | 'amount') {
  return present({ upTo: upTo || undefined, [name]: price });
}

function per({ perLoad, perBasis }: ChargeDraft) {
  const names = [...(perLoad ? ['kW'] : []), ...(perBasis ? ['basis'] : [])];
  return names.length > 0 ? names : undefined;
}

function rounding({ to, mode }: RoundingDraft) {
  return to ? { to, mode } : undefined;
}

function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
