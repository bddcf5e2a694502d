import { useQuery } from '@tanstack/react-query';
import { type Address, hexToBytes } from 'viem';
import { decodeTariff } from '../../domain/tariff/decode.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { cached, keep } from '../cache.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { fetchHead } from '../head.ts';
import { queryKeys } from '../queryKeys.ts';
import { read } from '../read.ts';

export interface Version {
  /** From 1. */
  version: number;
  /** First day it applies to. */
  startDay: number;
  /** The contract that holds the program. */
  program: Address;
}

/** All versions of a category, oldest first. */
export function useVersions(category: number) {
  const { client, contracts } = useDeployment();
  return useQuery({
    queryKey: queryKeys.versions(category),
    queryFn: async (): Promise<Version[]> => {
      const versions = await read(client, contracts.tariffBook, 'versions', [category]);
      return versions.map((version, index) => ({ version: index + 1, ...version }));
    },
  });
}

/** A published version, decoded from its bytes. Kept once its publication is final. */
export function useTariff(category: number, version: number) {
  const deployment = useDeployment();
  return useQuery({
    queryKey: queryKeys.tariff(category, version),
    queryFn: () => fetchTariff(deployment, category, version),
  });
}

export async function fetchTariff(deployment: Deployment, category: number, version: number): Promise<Tariff> {
  const { client, config, contracts, id } = deployment;
  const key = `${id}.program.${category}.${version}`;
  const known = await cached<Uint8Array>(key);
  if (known) return decodeTariff(known);
  const args = [category, version] as const;
  const { block } = await fetchHead(client);
  const final = await read(client, contracts.tariffBook, 'program', args, block - BigInt(config.confirmations)).catch(
    () => null,
  );
  const program = hexToBytes(final ?? (await read(client, contracts.tariffBook, 'program', args)));
  const tariff = decodeTariff(program);
  if (final) await keep(key, program);
  return tariff;
}
