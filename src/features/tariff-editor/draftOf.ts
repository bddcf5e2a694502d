import type { Basis, Charge, Reference, Tariff } from '../../domain/tariff/model.ts';
import { serializeTariff } from '../../domain/tariff/serialize.ts';
import { type ChargeDraft, newCharge, noRounding, type RoundingDraft, type TariffDraft } from './draft.ts';

/** The form's fields for a tariff. */
export function draftOf(tariff: Tariff): TariffDraft {
  const file = serializeTariff(tariff) as unknown as File;
  const charges = file.charges.map(chargeDraftOf);
  const keyOf = new Map(charges.map(({ id, key }) => [id, key]));
  const references = (of: readonly Reference[]) =>
    of.map(({ id, subtract }) => ({ to: keyOf.get(id) ?? id, isSubtracted: subtract }));
  return {
    id: file.id,
    title: file.title,
    source: file.source ?? '',
    currency: file.currency,
    basis: tariff.basis,
    charges: charges.map((charge, index) => {
      const parsed = tariff.charges[index];
      return parsed && 'of' in parsed ? { ...charge, of: references(parsed.of) } : charge;
    }),
    totalOf: references(tariff.total.of),
    totalRound: file.total.round ?? noRounding,
    latePercent: file.lateSurcharge?.percentPerMonth ?? '',
    lateRound: file.lateSurcharge?.round ?? noRounding,
    dueDays: String(tariff.dueDays),
    adjustments: tariff.adjustments,
    carry: tariff.total.carry,
    splitTo: file.splitTo,
    prepaid: file.prepaid,
  };
}

function chargeDraftOf(charge: ChargeFile): ChargeDraft {
  const isFixed = charge.kind === 'fixed';
  return {
    ...newCharge(),
    kind: charge.kind,
    id: charge.id,
    label: charge.label,
    basis: charge.basis ?? '',
    method: charge.method ?? 'telescopic',
    isBanded: isFixed && charge.bands !== undefined,
    bands: (charge.bands ?? [{}]).map(({ upTo = '', rate, amount }) => ({ upTo, price: rate ?? amount ?? '' })),
    amount: charge.amount ?? charge.atLeast ?? '',
    perLoad: charge.per?.includes('kW') ?? false,
    perBasis: charge.per?.includes('basis') ?? false,
    rate: charge.rate ?? '',
    isRebate: charge.negative ?? false,
    above: charge.when?.above ?? '',
    upTo: charge.when?.upTo ?? '',
    lineRound: charge.lineRound ?? noRounding,
    round: charge.round ?? noRounding,
    roundLimits: charge.roundLimits ?? noRounding,
  };
}

/** What serializeTariff makes of a tariff, as far as the form looks at it. */
interface File {
  id: string;
  title: string;
  source?: string;
  currency: string;
  charges: ChargeFile[];
  total: { round?: RoundingDraft };
  lateSurcharge?: { percentPerMonth: string; round?: RoundingDraft };
  splitTo?: unknown;
  prepaid?: unknown;
}

interface ChargeFile {
  kind: Charge['kind'];
  id: string;
  label: string;
  basis?: Basis;
  method?: 'telescopic' | 'whole';
  bands?: { upTo?: string; rate?: string; amount?: string }[];
  amount?: string;
  atLeast?: string;
  per?: ('kW' | 'basis')[];
  rate?: string;
  negative?: boolean;
  when?: { above?: string; upTo?: string };
  lineRound?: RoundingDraft;
  round?: RoundingDraft;
  roundLimits?: RoundingDraft;
}
