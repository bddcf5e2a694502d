import { useQuery } from '@tanstack/react-query';
import { type Deployment, useDeployment } from '../deployment.ts';
import { useChainTime } from '../head.ts';
import { queryKeys } from '../queryKeys.ts';
import { read } from '../read.ts';
import { fetchTariff } from './tariffs.ts';

/** A tariff category under the name people know it by. */
export interface TariffTitle {
  category: number;
  /** The version in force; before the first one starts, that one. */
  version: number;
  title: string;
}

/** Every category by the title of its tariff in force, in the order of their first publication. */
export function useTariffTitles() {
  const deployment = useDeployment();
  const { today } = useChainTime();
  return useQuery({
    queryKey: queryKeys.tariffTitles(today),
    queryFn: async () => {
      const categories = await read(deployment.client, deployment.contracts.tariffBook, 'categories', []);
      return Promise.all(categories.map((category) => fetchTitle(deployment, category, today)));
    },
  });
}

async function fetchTitle(deployment: Deployment, category: number, today: number): Promise<TariffTitle> {
  const versions = await read(deployment.client, deployment.contracts.tariffBook, 'versions', [category]);
  const version = Math.max(1, versions.filter(({ startDay }) => startDay <= today).length);
  const { title } = await fetchTariff(deployment, category, version);
  return { category, version, title };
}
