import type { Connection } from '../../chain/reads/connections.ts';
import { useTariff } from '../../chain/reads/tariffs.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { unitsLeft } from '../../domain/prepaidBalance.ts';
import { UsageError } from '../../domain/tariff/errors.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';

/** The energy that a prepaid balance still pays for by the tariff in force, what was read and not billed taken off. */
export function UnitsLeft({ connection, balance }: { connection: Connection; balance: bigint }) {
  const titles = useTariffTitles().data;
  const version = titles?.find(({ category }) => category === connection.category)?.version;
  return version === undefined ? '…' : <Units connection={connection} balance={balance} version={version} />;
}

function Units({ connection, balance, version }: { connection: Connection; balance: bigint; version: number }) {
  const t = useT();
  const format = useFormat();
  const tariff = useTariff(connection.category, version).data;
  if (!tariff) return '…';
  const units = unitsOf(tariff, balance, connection.register - connection.billedRegister);
  return units === null ? t('life.noUnits') : format.energy(units);
}

/** Null where the tariff has no answer: energy may be free. */
function unitsOf(tariff: Tariff, balance: bigint, unbilled: bigint): bigint | null {
  try {
    return unitsLeft(tariff, balance, unbilled);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}
