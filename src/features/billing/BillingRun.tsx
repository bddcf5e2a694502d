import { issuedBills } from '../../chain/transactions/issuedBills.ts';
import { RunButton } from '../../chain/transactions/RunButton.tsx';
import { RunPanel } from '../../chain/transactions/RunPanel.tsx';
import { rejectedRows } from '../../chain/transactions/rejectedRows.ts';
import { useRun } from '../../chain/transactions/useRun.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Figures } from '../../ui/Figures.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { billingSubject, issueBills } from './issueBills.ts';
import { ReadyTable } from './ReadyTable.tsx';
import { ResultTable } from './ResultTable.tsx';
import type { Ready } from './readiness.ts';
import { type BillResult, resultsOf } from './results.ts';

/** The connections that can be billed, the run over them, and what became of each. */
export function BillingRun({ ready, titleOf }: { ready: readonly Ready[]; titleOf: (category: number) => string }) {
  const t = useT();
  const format = useFormat();
  const run = useRun<Ready, BillResult>({
    request: issueBills,
    resultsOf: (connections, receipt) => resultsOf(connections, issuedBills(receipt), rejectedRows(receipt)),
  });
  const isUnderWay = run.status !== 'idle' && run.status !== 'finished';
  return (
    <>
      {!isUnderWay && ready.length > 0 && (
        <>
          <Figures
            items={[
              { label: t('billing.ready'), value: format.count(ready.length) },
              {
                label: t('billing.energy'),
                value: format.energy(ready.reduce((sum, { billable }) => sum + billable.energy, 0n)),
              },
            ]}
          />
          <ReadyTable ready={ready} titleOf={titleOf} />
        </>
      )}
      {run.status === 'idle' && ready.length === 0 && <Notice tone="good">{t('billing.nothing')}</Notice>}
      {!isUnderWay && ready.length > 0 && (
        <RunButton run={run} rows={ready} subject={billingSubject}>
          {t('billing.issue', { count: ready.length })}
        </RunButton>
      )}
      <RunPanel run={run} label={t('billing.bills')} />
      {run.results.length > 0 && <ResultTable results={run.results} isOver={run.status === 'finished'} />}
    </>
  );
}
