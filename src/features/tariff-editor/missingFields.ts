import type { ChargeDraft, TariffDraft } from './draft.ts';

/** Fields of the file that can't be left empty and are, so that all of them can be marked at once. */
export function missingFields(draft: TariffDraft): string[] {
  const fields = { id: draft.id, title: draft.title, currency: draft.currency, dueDays: draft.dueDays };
  return [
    ...emptyOf(fields, ''),
    ...draft.charges.flatMap((charge, index) => missingOfCharge(charge, `charges[${index}].`)),
    ...(draft.totalOf.length === 0 ? ['total.of'] : []),
  ];
}

function missingOfCharge(charge: ChargeDraft, path: string): string[] {
  const head = emptyOf({ id: charge.id, label: charge.label }, path);
  const of = charge.of.length === 0 ? [`${path}of`] : [];
  switch (charge.kind) {
    case 'energy':
      return [...head, ...missingOfBands(charge, 'rate', path)];
    case 'fixed':
      return [
        ...head,
        ...(charge.isBanded ? missingOfBands(charge, 'amount', path) : emptyOf({ amount: charge.amount }, path)),
      ];
    case 'percent':
      return [...head, ...emptyOf({ rate: charge.rate }, path), ...of];
    case 'subtotal':
      return [...head, ...of];
  }
}

/** Only the last band may be without a limit. */
function missingOfBands({ bands }: ChargeDraft, price: 'rate' | 'amount', path: string): string[] {
  return bands.flatMap((band, index) => {
    const isLast = index === bands.length - 1;
    const fields = { ...(isLast ? {} : { upTo: band.upTo }), [price]: band.price };
    return emptyOf(fields, `${path}bands[${index}].`);
  });
}

function emptyOf(fields: Record<string, string>, path: string): string[] {
  return Object.entries(fields)
    .filter(([, value]) => value.trim() === '')
    .map(([name]) => path + name);
}
