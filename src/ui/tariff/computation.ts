import type { BillItem, BillLine } from '../../domain/tariff/bill.ts';
import type { Basis, Charge, Reference, Tariff } from '../../domain/tariff/model.ts';
import type { BilledPart } from '../../domain/tariff/split.ts';
import type { Format } from '../../messages/format.ts';
import type { Translate } from '../../messages/words.ts';

/** What a line of a bill is said with. */
export interface Speech {
  t: Translate;
  format: Format;
}

/** How a line of a charge comes to its amount, as on a printed bill: "124 kWh × ₹5.70". */
export function computation(line: BillLine, item: BillItem, part: BilledPart, { t, format }: Speech): string {
  switch (line.kind) {
    case 'energy':
      return `${format.units(line.units)} × ${format.money(line.rate)}`;
    case 'fixed': {
      const charge = chargeOf(part.tariff, item.id);
      const load = line.load === null ? [] : [format.load(line.load)];
      const factor = line.factor ? [factorText(basisOf(charge, part.tariff), part, line)] : [];
      return [format.money(line.price), ...load, ...factor].join(' × ');
    }
    case 'percent': {
      const charge = chargeOf(part.tariff, item.id);
      const of = charge?.kind === 'percent' ? namesOf(charge.of, part.tariff) : '';
      return t('tariff.percentOf', { rate: format.percent(line.rate), of: `${of} (${format.money(line.base)})` });
    }
    case 'subtotal':
      return line.minimum !== null && line.minimum > line.sum
        ? t('tariff.atLeast', { amount: format.money(line.minimum) })
        : '';
  }
}

/** What tells a line from the others of its charge: its band, its month, and its part where the tariff changes inside the bill. */
export function lineName(line: BillLine, part: BilledPart | null, { t, format }: Speech): string {
  const own = line.kind === 'energy' ? bandText(line.from, line.to, { t, format }) : '';
  const days = part ? [format.period(part.fromDay, part.toDay)] : [];
  return [...days, ...(own ? [own] : [])].join(', ');
}

/** A band, in millionths of a kWh; empty for one without limits. */
export function bandText(from: bigint, to: bigint | null, { t, format }: Speech): string {
  if (from === 0n) return to === null ? '' : t('tariff.band.first', { to: format.units(to) });
  if (to === null) return t('tariff.band.last', { from: format.units(from) });
  return t('tariff.band.middle', { from: format.units(from), to: format.units(to) });
}

/** The labels of what a sum names: "Energy + Fixed charge − Rebate". */
export function namesOf(of: readonly Reference[], tariff: Tariff): string {
  return of
    .map(({ id, subtract }, index) => {
      const name = chargeOf(tariff, id)?.label ?? id;
      if (index === 0) return subtract ? `−${name}` : name;
      return `${subtract ? '−' : '+'} ${name}`;
    })
    .join(' ');
}

/** How many basis units the period has, as it is reckoned: "31 × 12 ÷ 365.25". */
export function factorText(
  basis: Basis,
  { fromDay, toDay }: { fromDay: number; toDay: number },
  { factor, month }: Pick<Extract<BillLine, { kind: 'fixed' }>, 'factor' | 'month'>,
): string {
  if (month) return `${month.days} ÷ ${month.length}`;
  const days = toDay - fromDay;
  if (basis === 'day') return String(days);
  if (basis === 'days30') return `${days} ÷ 30`;
  if (basis === 'year') return `${days} × 12 ÷ 365.25`;
  return factor ? `${factor.numerator} ÷ ${factor.denominator}` : '1';
}

export function basisOf(charge: Charge | undefined, tariff: Tariff): Basis {
  return charge?.basis ?? tariff.basis;
}

function chargeOf({ charges }: Tariff, id: string): Charge | undefined {
  return charges.find((charge) => charge.id === id);
}
