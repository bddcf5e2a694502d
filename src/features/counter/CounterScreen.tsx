import { useDeployment } from '../../chain/deployment.ts';
import { explain } from '../../chain/errors/explain.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Columns, Page, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { checkRows, numbersOf } from './checkRows.ts';
import { ImportPanel } from './ImportPanel.tsx';
import { PayPanel } from './PayPanel.tsx';
import { ReceiptsPanel } from './ReceiptsPanel.tsx';
import { RowsPanel } from './RowsPanel.tsx';
import { Slips } from './Slips.tsx';
import { useCounterRun } from './useCounterRun.ts';
import { useDraft } from './useDraft.ts';
import { useFound } from './useFound.ts';
import { useSettling } from './useSettling.ts';

/** Where an agent takes payments for many connections and sends them in one transaction. */
export function CounterScreen() {
  const t = useT();
  const words = useWords();
  const { step } = useDeployment().facts;
  const [draft, change] = useDraft();
  useSettling(draft, change);
  const run = useCounterRun(change);
  const { found, error, refetch } = useFound(numbersOf(draft.rows));
  const rows = checkRows(draft.rows, found, step);
  const isLocked = run.status !== 'idle' && run.status !== 'finished';
  return (
    <>
      <div className="no-print">
        <Page>
          <PageHeader title={t('counter.title')} lead={t('counter.lead')} />
          {error && (
            <Notice
              tone="bad"
              actions={
                <Button variant="secondary" onClick={() => refetch()}>
                  {t('common.retry')}
                </Button>
              }
            >
              {words(explain(error))}
            </Notice>
          )}
          <Columns>
            <RowsPanel rows={rows} isLocked={isLocked} change={change} />
            <Stack>
              <PayPanel rows={rows} run={run} />
              {!isLocked && <ImportPanel change={change} />}
            </Stack>
          </Columns>
          {draft.paid.length > 0 && <ReceiptsPanel paid={draft.paid} change={change} />}
        </Page>
      </div>
      <Slips paid={draft.paid} />
    </>
  );
}
