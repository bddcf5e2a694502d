import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import type { Bill } from '../../chain/history/entries.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { read } from '../../chain/read.ts';
import { fetchTariff } from '../../chain/reads/tariffs.ts';
import type { TariffVersion } from '../../domain/tariff/usage.ts';
import { versionsIn } from '../../domain/tariff/versions.ts';

/** A version of a tariff with its number within the category, from 1. */
export type NumberedVersion = TariffVersion & { version: number };

/** The tariff versions in force in a bill's period, decoded from their bytes on the chain. A version can't be published into the past. */
export function useBillTariffs({ category, fromDay, toDay }: Bill) {
  const deployment = useDeployment();
  return useQuery({
    queryKey: [...queryKeys.fixed, 'billTariffs', category, fromDay, toDay],
    queryFn: async (): Promise<NumberedVersion[]> => {
      const { client, contracts } = deployment;
      const versions = await read(client, contracts.tariffBook, 'versions', [category]);
      const numbered = versions.map(({ startDay }, index) => ({ startDay, version: index + 1 }));
      const decoded = versionsIn(numbered, { fromDay, toDay }).map(async ({ startDay, version }) => {
        return { version, fromDay: startDay, tariff: await fetchTariff(deployment, category, version) };
      });
      return Promise.all(decoded);
    },
  });
}
