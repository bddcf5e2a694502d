import { type Connection, useAllConnections } from '../../chain/reads/connections.ts';
import { RunButton } from '../../chain/transactions/RunButton.tsx';
import { RunPanel } from '../../chain/transactions/RunPanel.tsx';
import { useRun } from '../../chain/transactions/useRun.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { collect, collectionSubject } from './collect.ts';
import { collectableOf } from './collectable.ts';

/** Billing runs collect by themselves; this does it now. */
export function CollectPanel() {
  const t = useT();
  const format = useFormat();
  const run = useRun<Connection, never>({ request: collect, resultsOf: () => [] });
  return (
    <QueryPanel title={t('money.collect')} query={useAllConnections()}>
      {(connections) => {
        const owing = connections.filter((connection) => collectableOf(connection) > 0n);
        const amount = owing.reduce((sum, connection) => sum + collectableOf(connection), 0n);
        return (
          <>
            <p>{t('money.collectHint')}</p>
            {owing.length === 0 && <p>{t('money.nothingToCollect')}</p>}
            {owing.length > 0 && (
              <RunButton run={run} rows={owing} subject={collectionSubject}>
                {t('money.collectAmount', { amount: format.money(amount), count: owing.length })}
              </RunButton>
            )}
            <RunPanel run={run} label={t('money.collect')} />
          </>
        );
      }}
    </QueryPanel>
  );
}
