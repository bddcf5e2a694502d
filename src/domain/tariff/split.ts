import { isoDateOfDay } from '../calendar.ts';
import { divideTo } from '../rounding.ts';
import { UsageError } from './errors.ts';
import { type Days, daysOf } from './factor.ts';
import { kilowattHours } from './limits.ts';
import { MILLIONTHS_PER_WH, type Tariff } from './model.ts';
import type { TariffVersion, Usage } from './usage.ts';

/** What one version bills of a period. */
export type BilledPart = Days & {
  tariff: Tariff;
  /** Wh */
  energy: bigint;
};

/**
 * Splits a period at the changes of tariff inside it. Units go in proportion to the days: the running sum is rounded half up
 * to the last version's `splitTo`, never past the total, and each part gets the difference.
 * @param versions in the order of their first days
 * @throws UsageError
 */
export function splitPeriod(versions: readonly TariffVersion[], usage: Usage): BilledPart[] {
  if (!(usage.fromDay < usage.toDay)) {
    throw new UsageError('noDays', 'to', isoDateOfDay(usage.toDay), `a day after ${isoDateOfDay(usage.fromDay)}`);
  }
  if (usage.energy < 0n) {
    throw new UsageError('negativeEnergy', 'kwh', kilowattHours(usage.energy * MILLIONTHS_PER_WH), 'none below zero');
  }
  const stretches = stretchesOf(versions, usage);
  const last = stretches.at(-1)?.tariff;
  if (!last || stretches[0]?.fromDay !== usage.fromDay) {
    throw new UsageError(
      'noVersion',
      'from',
      isoDateOfDay(usage.fromDay),
      'a day on which a version of the tariff is in force',
    );
  }

  const days = BigInt(daysOf(usage));
  let given = 0n;
  return stretches.map((stretch) => {
    const { currency } = stretch.tariff;
    if (currency !== last.currency) throw new UsageError('currencyChanges', 'currency', currency, last.currency);
    const daysSoFar = BigInt(stretch.toDay - usage.fromDay);
    const share = divideTo({ step: last.splitTo, mode: 'halfUp' }, usage.energy * daysSoFar, days);
    const soFar = daysSoFar === days || share > usage.energy ? usage.energy : share;
    const energy = soFar - given;
    given = soFar;
    return { ...stretch, energy };
  });
}

function stretchesOf(versions: readonly TariffVersion[], usage: Usage) {
  return versions
    .map(({ fromDay, tariff }, index) => ({
      tariff,
      fromDay: Math.max(fromDay, usage.fromDay),
      toDay: Math.min(versions[index + 1]?.fromDay ?? usage.toDay, usage.toDay),
    }))
    .filter(({ fromDay, toDay }) => fromDay < toDay);
}
