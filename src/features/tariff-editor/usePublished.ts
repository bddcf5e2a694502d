import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { read } from '../../chain/read.ts';
import { fetchTariff } from '../../chain/reads/tariffs.ts';
import type { Tariff } from '../../domain/tariff/model.ts';

export interface PublishedVersion {
  /** From 1. */
  version: number;
  startDay: number;
  tariff: Tariff;
}

export interface PublishedCategory {
  category: number;
  /** Oldest first. */
  versions: readonly PublishedVersion[];
}

/** Every category with all its versions, decoded. */
export function usePublished() {
  const deployment = useDeployment();
  const { client, contracts } = deployment;
  return useQuery({
    queryKey: [...queryKeys.state, 'published'],
    queryFn: async (): Promise<PublishedCategory[]> => {
      const categories = await read(client, contracts.tariffBook, 'categories', []);
      return Promise.all(
        categories.map(async (category) => {
          const versions = await read(client, contracts.tariffBook, 'versions', [category]);
          const decoded = versions.map(async ({ startDay }, index) => ({
            version: index + 1,
            startDay,
            tariff: await fetchTariff(deployment, category, index + 1),
          }));
          return { category, versions: await Promise.all(decoded) };
        }),
      );
    },
  });
}

/** The version in force on a day; before the first one starts, that one. */
export function versionInForce({ versions }: PublishedCategory, day: number): PublishedVersion | undefined {
  return versions.findLast(({ startDay }) => startDay <= day) ?? versions[0];
}
