import { computeBill } from '../../src/domain/tariff/bill.ts';
import type { Tariff } from '../../src/domain/tariff/model.ts';
import { money } from './answers.ts';

const ENERGIES = [50n, 100n, 200n, 500n];
/** June: a month of 30 days, for which tariffs are written. */
const [FROM_DAY, TO_DAY] = [20_240, 20_270];

/** A table of what some consumptions cost under two tariffs. @param load W @throws UsageError */
export function difference(before: Tariff, after: Tariff, load: bigint): string[] {
  const rows = ENERGIES.map((kilowattHours) => {
    const usage = { energy: kilowattHours * 1000n, load, fromDay: FROM_DAY, toDay: TO_DAY };
    const [old, next] = [computeBill(before, usage).total, computeBill(after, usage).total];
    const change = next - old;
    return [String(kilowattHours), money(old), money(next), `${change > 0n ? '+' : ''}${money(change)}`];
  });
  const table = [['kWh', before.id, after.id, 'change'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}
