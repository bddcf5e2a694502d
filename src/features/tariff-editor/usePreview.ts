import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { bytesToHex, type Hex } from 'viem';
import { type Deployment, useDeployment } from '../../chain/deployment.ts';
import { explain } from '../../chain/errors/explain.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { read } from '../../chain/read.ts';
import { encodeTariff } from '../../domain/tariff/encode.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { type Quote, quoteOf, type Usage } from './comparison.ts';

/** Consumptions of the preview, Wh. */
const consumptions = [50_000n, 100_000n, 200_000n, 500_000n];

const DAYS = 30;

export interface PreviewRow {
  wh: bigint;
  /** Under the version in force; null where there is none. */
  now: Computed | null;
  next: Computed;
}

/** The same quote from two sources that share no code. */
interface Computed {
  browser: Quote;
  contract: Quote;
}

/** What typical consumers would pay for thirty days from the start on, now and under the new version. */
export function usePreview(next: Tariff | null, now: Tariff | undefined, loadW: bigint, startDay: number) {
  const deployment = useDeployment();
  const programs = { next: next && programOf(next), now: now ? programOf(now) : null };
  return useQuery({
    queryKey: [...queryKeys.fixed, 'preview', programs, loadW, startDay],
    queryFn: () =>
      Promise.all(
        consumptions.map(async (wh): Promise<PreviewRow> => {
          const usage = { wh, loadW, fromDay: startDay, toDay: startDay + DAYS };
          const [a, b] = await Promise.all([
            compute(deployment, next as Tariff, programs.next as Hex, usage),
            now && programs.now ? compute(deployment, now, programs.now, usage) : null,
          ]);
          return { wh, next: a, now: b };
        }),
      ),
    enabled: next !== null,
    placeholderData: keepPreviousData,
  });
}

function programOf(tariff: Tariff): Hex {
  return bytesToHex(encodeTariff(tariff));
}

async function compute(deployment: Deployment, tariff: Tariff, program: Hex, usage: Usage): Promise<Computed> {
  return { browser: quoteOf(tariff, usage), contract: await ask(deployment, tariff, program, usage) };
}

/** The contract's own computation of a program that need not be published. */
async function ask({ client, contracts }: Deployment, tariff: Tariff, program: Hex, usage: Usage): Promise<Quote> {
  try {
    const adjustments = tariff.adjustments.map(() => 0n);
    const args = [program, { ...usage, loadW: Number(usage.loadW), carried: 0n, adjustments }] as const;
    return await read(client, contracts.tariffBook, 'preview', args);
  } catch (error) {
    const problem = explain(error);
    // The contracts' own errors have their names in capitals; with any other the contract has not answered at all.
    if (/^error\.[A-Z]/.test(problem.key)) return { problem };
    throw error;
  }
}
