import fc from 'fast-check';
import type { Rounding } from '../rounding.ts';
import { checkBounds } from './bounds.ts';
import { TariffError } from './errors.ts';
import { basisFactor, scale } from './factor.ts';
import { BASES, type Band, type Charge, MILLIONTHS_PER_WH, type Reference, ROOM, type Tariff } from './model.ts';
import type { TariffVersion, Usage } from './usage.ts';

/** Random valid tariffs and usages, for tests only: of this engine, and of the contract's against it. */

/** At most 10,000 of the currency, in millionths, mostly with few decimals. */
const money = fc.oneof(
  fc.bigInt(0n, 2000n).map((hundredths) => hundredths * 10_000n),
  fc.bigInt(0n, 10_000_000_000n),
);
/** Up to 1,000 kWh, in millionths, mostly whole kWh. */
const limit = fc.oneof(
  fc.bigInt(0n, 1000n).map((kilowattHours) => kilowattHours * 1_000_000n),
  fc.bigInt(0n, 1_000_000_000n),
);
const rounding: fc.Arbitrary<Rounding> = fc.record({
  step: fc.constantFrom(1n, 10_000n, 50_000n, 100_000n, 1_000_000n, 10_000_000n, 7n),
  mode: fc.constantFrom('halfUp', 'down', 'up'),
});
const per = fc.record({ load: fc.boolean(), basis: fc.boolean() });
const bands: fc.Arbitrary<Band[]> = fc
  .record({
    limits: fc.uniqueArray(limit, { maxLength: 4 }),
    prices: fc.array(money, { minLength: 5, maxLength: 5 }),
    // An open band five times in six.
    open: fc.integer({ min: 0, max: 5 }).map((chance) => chance > 0),
  })
  .map(({ limits, prices, open }) => {
    const upTo: (bigint | null)[] = [...limits].sort((a, b) => (a < b ? -1 : 1));
    if (open || limits.length === 0) upTo.push(null);
    return upTo.map((limit, index) => ({ upTo: limit, price: prices[index] ?? 0n }));
  });
const when = fc
  .tuple(limit, limit)
  .filter(([a, b]) => a !== b)
  .chain(([a, b]) => {
    const [above, upTo] = a < b ? [a, b] : [b, a];
    return fc.constantFrom({ above }, { upTo }, { above, upTo });
  });

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** References as numbers, to be resolved once it is known what stands above. */
const picks = fc.array(fc.record({ pick: fc.nat(), subtract: fc.boolean() }), { minLength: 1, maxLength: 4 });

type Picks = { pick: number; subtract: boolean }[];

function resolve(picks: Picks, names: string[]): Reference[] {
  const of = new Map<string, Reference>();
  for (const { pick, subtract } of picks) {
    const id = names[pick % names.length] as string;
    of.set(id, { id, subtract });
  }
  return [...of.values()];
}

const chargeSeed = fc.record({
  label: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((label) => label.trim() !== ''),
  basis: optional(fc.constantFrom(...BASES)),
  round: optional(rounding),
  lineRound: optional(rounding),
  roundLimits: optional(fc.record({ step: fc.constantFrom(1_000_000n, 10_000n), mode: rounding.map((r) => r.mode) })),
  when: fc.option(when, { nil: undefined, freq: 3 }),
  negative: fc.boolean(),
  kind: fc.constantFrom('telescopic', 'whole', 'fixed', 'percent', 'subtotal'),
  bands,
  price: fc.oneof(money, bands),
  per,
  rate: fc.oneof(
    fc.bigInt(0n, 1000n).map((tenths) => tenths * 1000n),
    fc.bigInt(0n, 2_000_000n),
  ),
  of: picks,
  atLeast: optional(fc.record({ amount: money, per })),
});

type ChargeSeed = typeof chargeSeed extends fc.Arbitrary<infer Seed> ? Seed : never;

function chargeOf(seed: ChargeSeed, id: string, above: string[]): Charge {
  const { label, basis, round, roundLimits, when, lineRound, negative } = seed;
  const head = { id, label, basis, round, roundLimits, when };
  const signed = { ...head, lineRound, negative };
  // Nothing stands above the first charge that it could name.
  const kind = above.length === 0 && (seed.kind === 'percent' || seed.kind === 'subtotal') ? 'telescopic' : seed.kind;
  switch (kind) {
    case 'telescopic':
    case 'whole':
      return { ...signed, kind: 'energy', method: kind, bands: seed.bands };
    case 'fixed':
      return { ...signed, kind, per: seed.per, price: seed.price };
    case 'percent':
      return { ...signed, kind, rate: seed.rate, of: resolve(seed.of, above) };
    case 'subtotal':
      return { ...head, kind, of: resolve(seed.of, above), atLeast: seed.atLeast };
  }
}

const deduction = fc.oneof(
  fc.record({ label: optional(fc.constant('Fee')), amount: money }),
  fc.record({ label: optional(fc.constant('Tax')), percent: fc.bigInt(0n, 300_000n), round: optional(rounding) }),
);

/** Valid tariffs of up to eight charges. A closed last band is rare, and a usage may exceed it. */
export const tariffs: fc.Arbitrary<Tariff> = fc
  .record({
    title: fc.constantFrom('Domestic', 'ঘৰুৱা', 'घरेलू'),
    source: optional(fc.constant('Order of 29-03-2023')),
    basis: fc.constantFrom(...BASES),
    adjustments: fc.integer({ min: 0, max: 2 }),
    charges: fc.array(chargeSeed, { minLength: 1, maxLength: 8 }),
    of: picks,
    round: optional(rounding),
    carry: fc.boolean(),
    lateSurcharge: optional(fc.record({ percentPerMonth: fc.bigInt(0n, ROOM.u32), round: optional(rounding) })),
    dueDays: fc.integer({ min: 0, max: 3650 }),
    splitTo: fc.constantFrom(1n, 10n, 1000n),
    prepaid: optional(
      fc.record({
        deduct: fc.array(deduction, { maxLength: 2 }),
        round: optional(fc.record({ step: fc.constantFrom(1n, 10n, 100n), mode: rounding.map(({ mode }) => mode) })),
      }),
    ),
  })
  .map(({ adjustments, charges: seeds, of, round, carry, prepaid, ...rest }) => {
    const names = Array.from({ length: adjustments }, (_, index) => `adjustment-${index}`);
    const charges = seeds.map((seed, index) => {
      const charge = chargeOf(seed, `charge-${index}`, names);
      names.push(charge.id);
      return charge;
    });
    return {
      ...rest,
      id: 'random',
      currency: 'INR',
      adjustments: names.slice(0, adjustments),
      charges,
      total: { of: resolve(of, names), round, carry: carry && round !== undefined },
      prepaid: prepaid && {
        ...prepaid,
        deduct: prepaid.deduct.map((deduction, index) => ({ id: `deduction-${index}`, ...deduction })),
      },
    };
  })
  .filter(isBounded);

function isBounded(tariff: Tariff): boolean {
  try {
    checkBounds(tariff);
    return true;
  } catch (error) {
    if (error instanceof TariffError) return false;
    throw error;
  }
}

/** A random period of up to 400 days and a usage of it, often on a band's scaled limit or 1 Wh beside it. */
export function usages(tariff: Tariff): fc.Arbitrary<Usage> {
  return fc
    .record({
      fromDay: fc.integer({ min: 18_262, max: 20_454 }),
      days: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constantFrom(28, 29, 30, 31)),
    })
    .chain(({ fromDay, days }) => {
      const period = { fromDay, toDay: fromDay + days };
      const edges = tariff.charges.flatMap((charge) => {
        const factor = basisFactor(charge.basis ?? tariff.basis, period, days);
        return limitsOf(charge).map((limit) => scale(limit, factor) / MILLIONTHS_PER_WH);
      });
      const nearEdge = fc
        .tuple(fc.constantFrom(0n, ...edges), fc.bigInt(-1n, 1n))
        .map(([edge, beside]) => (edge + beside < 0n ? 0n : edge + beside));
      return fc.record({
        energy: fc.oneof(nearEdge, fc.bigInt(0n, 3_000_000n)),
        load: fc.bigInt(1n, 50_000n),
        fromDay: fc.constant(period.fromDay),
        toDay: fc.constant(period.toDay),
        carried: optional(fc.bigInt(-10_000_000n, 10_000_000n)),
        adjustments: fc
          .tuple(...tariff.adjustments.map(() => fc.option(fc.bigInt(-5_000_000_000n, 5_000_000_000n))))
          .map((amounts) =>
            tariff.adjustments.flatMap((id, index) => {
              const amount = amounts[index];
              return amount == null ? [] : [{ id, amount }];
            }),
          ),
      });
    });
}

/** A usage, and up to three versions in force in its period; adjustments are those of the last one. */
export const versionedUsages: fc.Arbitrary<{ versions: TariffVersion[]; usage: Usage }> = fc
  .array(tariffs, { minLength: 1, maxLength: 3 })
  .chain((list) =>
    usages(list.at(-1) as Tariff).chain((usage) =>
      fc
        .uniqueArray(fc.integer({ min: usage.fromDay + 1, max: usage.toDay }), { maxLength: list.length - 1 })
        .map((changes) => {
          const days = [usage.fromDay, ...changes.filter((day) => day < usage.toDay).sort((a, b) => a - b)];
          const inForce = list.slice(-days.length);
          return { usage, versions: days.map((fromDay, index) => ({ fromDay, tariff: inForce[index] as Tariff })) };
        }),
    ),
  );

function limitsOf(charge: Charge): bigint[] {
  const bands =
    charge.kind === 'energy'
      ? charge.bands
      : charge.kind === 'fixed' && typeof charge.price !== 'bigint'
        ? charge.price
        : [];
  return [charge.when?.above, charge.when?.upTo, ...bands.map(({ upTo }) => upTo)].filter((limit) => limit != null);
}
