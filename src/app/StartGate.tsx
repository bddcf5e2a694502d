import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { forget } from '../chain/cache.ts';
import { ConfigError } from '../chain/config.ts';
import { type Deployment, DeploymentContext } from '../chain/deployment.ts';
import { queryKeys } from '../chain/queryKeys.ts';
import { StartError, start } from '../chain/start.ts';
import { openTransactions } from '../chain/transactions/store.ts';
import { currencySymbol } from '../messages/format.ts';
import { FormatSettingsContext } from '../messages/useMessages.ts';
import { StartPage } from './StartPage.tsx';

const retryInterval = 3000;

/** Lets the page begin once the node, the chain and the contracts are the ones of config.json; until then it says what is wrong. */
export function StartGate({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: queryKeys.start,
    queryFn: () => open(queries),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    refetchInterval: (query) => (query.state.error ? retryInterval : false),
  });
  // A node that is gone for a while leaves what is on the screen; one that has become another chain doesn't.
  const isOther = error instanceof ConfigError || (error instanceof StartError && error.reason !== 'node');
  if (!data || isOther) return <StartPage error={error} isChecking={isFetching} onRetry={refetch} />;
  return <Opened deployment={data}>{children}</Opened>;
}

async function open(queries: QueryClient): Promise<Deployment> {
  const deployment = await start();
  if (deployment.wasReset) {
    await forget(deployment.id);
    queries.removeQueries({ queryKey: queryKeys.fixed });
  }
  openTransactions(deployment.id, deployment.wasReset);
  if (import.meta.env.MODE === 'demo') (await import('./restoreDemo.ts')).restoreDemo(deployment);
  return deployment;
}

function Opened({ deployment, children }: { deployment: Deployment; children: ReactNode }) {
  const { config, facts } = deployment;
  const settings = useMemo(
    () => ({
      currencySymbol: currencySymbol(facts.currency),
      coinSymbol: config.chain.coin.symbol,
      utcOffset: facts.utcOffset,
    }),
    [config, facts],
  );
  return (
    <DeploymentContext value={deployment}>
      <FormatSettingsContext value={settings}>{children}</FormatSettingsContext>
    </DeploymentContext>
  );
}
