import { isoDateOfDay } from '../calendar.ts';
import { TariffError } from './errors.ts';
import { parseTariff } from './parse.ts';
import { readList, readObject } from './parseFields.ts';
import { readDay } from './parseUsage.ts';
import type { TariffVersion } from './usage.ts';

/** The first day that a version can start on chain: it has to be announced before. */
const FIRST_DAY = 1;

/**
 * Reads one tariff, or `{ "versions": [{ "tariff": … }, { "from": "2024-12-21", "tariff": … }] }`, whose first may go without a day.
 * @throws TariffError, of which `field` starts with where the version stands
 */
export function parseVersions(value: unknown): TariffVersion[] {
  if (typeof value !== 'object' || value === null || !('versions' in value)) {
    return [{ fromDay: FIRST_DAY, tariff: parseTariff(value) }];
  }
  const { versions } = readObject(value, '', ['versions']);
  const parsed: TariffVersion[] = [];
  for (const [index, entry] of readList(versions, 'versions', { least: 1, most: 1000 }).entries()) {
    const field = `versions[${index}]`;
    const { from, tariff } = readObject(entry, field, ['from', 'tariff']);
    const fromDay = index === 0 && from === undefined ? FIRST_DAY : readDay(from, `${field}.from`);
    const before = parsed.at(-1)?.fromDay ?? FIRST_DAY - 1;
    if (fromDay <= before) throw new TariffError(`${field}.from`, from, `a day after ${isoDateOfDay(before)}`);
    parsed.push({ fromDay, tariff: within(`${field}.tariff`, tariff) });
  }
  return parsed;
}

function within(field: string, value: unknown) {
  try {
    return parseTariff(value);
  } catch (error) {
    if (!(error instanceof TariffError)) throw error;
    throw new TariffError(error.field ? `${field}.${error.field}` : field, error.value, error.expected);
  }
}
