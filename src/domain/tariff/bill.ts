import { roundTo } from '../rounding.ts';
import { UsageError } from './errors.ts';
import type { Line } from './line.ts';
import type { Part } from './lines.ts';
import { type Charge, MILLIONTHS_PER_WH, type Tariff } from './model.ts';
import { billPart, type PartCharge, printedCharges, type RunningSums } from './part.ts';
import { type BilledPart, splitPeriod } from './split.ts';
import type { Adjustment, TariffVersion, Usage } from './usage.ts';

/** A computed bill; all money in millionths of the currency. */
export type Bill = {
  /** Every charge that applies in any part, in the order of the tariff; zeros, subtotals and helpers included. */
  items: BillItem[];
  /** The declared adjustments, in order; zero where not given. */
  adjustments: Adjustment[];
  /** What the bill before carried over, and is part of this one. */
  carriedIn: bigint;
  /** Sum of what the total names, and of what was carried in. */
  beforeRounding: bigint;
  /** Signed: below zero it is a credit. */
  total: bigint;
  /** Goes to the next bill. */
  carried: bigint;
  /** One, or more where the tariff changes inside the period. */
  parts: BilledPart[];
};

export type BillItem = {
  id: string;
  label: string;
  kind: Charge['kind'];
  /** Signed, after the charge's `round`. */
  amount: bigint;
  /** False where the total does not reach the charge: it only helps to compute others. */
  printed: boolean;
  lines: BillLine[];
};

/** A line, and the index of the bill's part that it belongs to. */
export type BillLine = Line & { part: number };

/** Bills a period by one tariff. @throws UsageError */
export function computeBill(tariff: Tariff, usage: Usage): Bill {
  return computeSplitBill([{ fromDay: usage.fromDay, tariff }], usage);
}

/**
 * Bills a period by the versions of a tariff that are in force in it, each part by its own.
 * @param versions in the order of their first days
 * @throws UsageError
 */
export function computeSplitBill(versions: readonly TariffVersion[], usage: Usage): Bill {
  const parts = splitPeriod(versions, usage);
  const last = (parts.at(-1) as BilledPart).tariff;
  const adjustments = adjustmentsOf(last, usage.adjustments ?? []);
  const given = new Map(adjustments.map(({ id, amount }) => [id, amount]));

  // In the order in which charges first stand in the versions, wherever they apply.
  const places = new Set(parts.flatMap((part) => part.tariff.charges.map((charge) => charge.id)));
  const items = new Map<string, BillItem>();
  const running: RunningSums = new Map();
  const carriedIn = usage.carried ?? 0n;
  let beforeRounding = carriedIn;
  parts.forEach((part, index) => {
    // Adjustments count once, in the last part.
    const counted = index === parts.length - 1 ? given : new Map<string, bigint>();
    const { charges, sum } = billPart(part.tariff, withinBill(part, usage), counted, running);
    const printed = printedCharges(part.tariff);
    for (const charge of charges) addTo(items, charge, index, printed.has(charge.charge.id));
    beforeRounding += sum;
  });

  const total = roundTo(last.total.round, beforeRounding);
  const carried = last.total.carry ? beforeRounding - total : 0n;
  const inOrder = [...places].flatMap((id) => items.get(id) ?? []);
  return { items: inOrder, adjustments, carriedIn, beforeRounding, total, carried, parts };
}

/** @throws UsageError */
function adjustmentsOf({ adjustments: declared }: Tariff, given: readonly Adjustment[]): Adjustment[] {
  const amounts = new Map<string, bigint>();
  given.forEach(({ id, amount }, index) => {
    const field = `adjustments[${index}].id`;
    if (!declared.includes(id)) {
      const expected =
        declared.length > 0 ? `one of ${declared.join(', ')}` : 'none: the tariff declares no adjustments';
      throw new UsageError('unknownAdjustment', field, id, expected);
    }
    if (amounts.has(id)) throw new UsageError('repeatedAdjustment', field, id, 'each adjustment once');
    amounts.set(id, amount);
  });
  return declared.map((id) => ({ id, amount: amounts.get(id) ?? 0n }));
}

function withinBill({ fromDay, toDay, energy, tariff }: BilledPart, usage: Usage): Part {
  return {
    fromDay,
    toDay,
    energy: energy * MILLIONTHS_PER_WH,
    load: usage.load,
    basis: tariff.basis,
    bill: { fromDay: usage.fromDay, toDay: usage.toDay, energy: usage.energy * MILLIONTHS_PER_WH },
  };
}

function addTo(items: Map<string, BillItem>, { charge, amount, lines }: PartCharge, part: number, printed: boolean) {
  const { id, label, kind } = charge;
  const before = items.get(id);
  items.set(id, {
    id,
    label,
    kind,
    amount: (before?.amount ?? 0n) + amount,
    printed: printed || (before?.printed ?? false),
    lines: [...(before?.lines ?? []), ...lines.map((line) => ({ ...line, part }))],
  });
}
