import { roundTo } from '../rounding.ts';
import { scaleWhen } from './limits.ts';
import type { Line } from './line.ts';
import { factorOf, linesOf, type Part, sumOf } from './lines.ts';
import type { Charge, Tariff } from './model.ts';

/** A charge that applies, as far as it is billed in one part. */
export type PartCharge = {
  charge: Charge;
  /** Signed, millionths of the currency, after the charge's `round`. */
  amount: bigint;
  lines: Line[];
};

/** By charge id, over the parts so far: the sum of the lines, and the amounts that the parts got of it. */
export type RunningSums = Map<string, { lines: bigint; amounts: bigint }>;

/**
 * Bills a part by its tariff: the charges that apply, in order, and the sum of what its total names.
 * A charge's rounding runs on over the parts: this one gets the rounding of the sum so far, less what the earlier ones got.
 * @throws UsageError
 */
export function billPart(
  tariff: Tariff,
  part: Part,
  adjustments: ReadonlyMap<string, bigint>,
  running: RunningSums,
): { charges: PartCharge[]; sum: bigint } {
  const applied = new Map<string, PartCharge>();
  const above = {
    amount: (id: string) => adjustments.get(id) ?? applied.get(id)?.amount ?? 0n,
    lineAmounts: (id: string) => {
      const adjustment = adjustments.get(id);
      return adjustment === undefined ? (applied.get(id)?.lines ?? []).map((line) => line.amount) : [adjustment];
    },
  };
  for (const charge of tariff.charges) {
    if (!applies(charge, part)) continue;
    const lines = linesOf(charge, part, above);
    applied.set(charge.id, { charge, lines, amount: runOn(charge, lines, running) });
  }
  return { charges: [...applied.values()], sum: sumOf(tariff.total.of, above.amount) };
}

/** Ids of the charges that the total reaches, directly or through subtotals. */
export function printedCharges({ charges, total }: Tariff): Set<string> {
  const reached = new Set(total.of.map(({ id }) => id));
  for (const charge of [...charges].reverse()) {
    if (charge.kind === 'subtotal' && reached.has(charge.id)) for (const { id } of charge.of) reached.add(id);
  }
  return reached;
}

function applies(charge: Charge, part: Part): boolean {
  if (!charge.when) return true;
  const { above, upTo } = scaleWhen(charge, factorOf(charge, part, part.bill));
  const { energy } = part.bill;
  return (above === null || energy > above) && (upTo === null || energy <= upTo);
}

function runOn(charge: Charge, lines: Line[], running: RunningSums): bigint {
  const before = running.get(charge.id) ?? { lines: 0n, amounts: 0n };
  const sum = lines.reduce((sum, line) => sum + line.amount, before.lines);
  const amounts = roundTo(charge.round, sum);
  running.set(charge.id, { lines: sum, amounts });
  return amounts - before.amounts;
}
