import { useEffect, useMemo, useState } from 'react';
import { useAccess } from '../../chain/access.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { issuedBills } from '../../chain/transactions/issuedBills.ts';
import { RunButton } from '../../chain/transactions/RunButton.tsx';
import { RunPanel } from '../../chain/transactions/RunPanel.tsx';
import { rejectedRows } from '../../chain/transactions/rejectedRows.ts';
import { useRun } from '../../chain/transactions/useRun.ts';
import type { ReadingFile } from '../../domain/readingFile.ts';
import { useT } from '../../messages/useMessages.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { checkRows, type Line, type Meters } from './checkRows.ts';
import { GoodRows } from './GoodRows.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { importSubject, recordReadings } from './recordReadings.ts';
import { type RowResult, resultsOf } from './results.ts';
import { sendingOrder } from './sendingOrder.ts';

interface ImportRunProps {
  file: ReadingFile;
  meters: Meters;
  /** The chain's time when the file was loaded. */
  now: number;
  /** Something was sent: the chain has to be asked again. */
  onChanged: () => void;
}

/** The rows of a file that can be sent, and their way to the chain. */
export function ImportRun({ file, meters, now, onChanged }: ImportRunProps) {
  const t = useT();
  const { plausibilityPercent } = useDeployment().facts;
  const { isReader, isOperator } = useAccess();
  const [withBills, setWithBills] = useState(false);
  const checked = useMemo(
    () => checkRows(file.readings, meters, { now, plausibilityPercent }),
    [file, meters, now, plausibilityPercent],
  );
  const rows = useMemo(() => sendingOrder(checked.good, meters.byNumber), [checked, meters]);
  const run = useRun<Line, RowResult>({
    request: (rows) => recordReadings(rows, withBills),
    resultsOf: (rows, receipt) => resultsOf(rows, rejectedRows(receipt), issuedBills(receipt)),
    keyOf: ({ connection }) => connection,
  });
  const isStarted = run.status !== 'idle';
  const isOver = run.status === 'finished';
  useEffect(() => {
    if (isOver) onChanged();
  }, [isOver, onChanged]);
  return (
    <>
      <CheckPanel file={file} checked={checked} onConfirmed={onChanged} />
      <Panel title={t('readings.send')} variant="accent">
        {checked.good.length === 0 && !isStarted && (
          <Notice tone={checked.recorded.length > 0 ? 'good' : 'warn'}>
            {t(checked.recorded.length > 0 ? 'readings.allRecorded' : 'readings.nothingToSend')}
          </Notice>
        )}
        {checked.good.length > 0 && !isStarted && (
          <>
            <GoodRows rows={checked.good} />
            {isReader && isOperator && (
              <CheckField
                label={t('readings.withBills')}
                hint={t('readings.withBillsHint')}
                value={withBills}
                onValue={setWithBills}
              />
            )}
            {isReader ? (
              <RunButton run={run} rows={rows} subject={importSubject}>
                {t('readings.sendCount', { count: checked.good.length })}
              </RunButton>
            ) : (
              <Notice tone="warn">{t('readings.onlyReaders')}</Notice>
            )}
          </>
        )}
        <RunPanel run={run} label={t('readings.sending')} />
        {run.results.length > 0 && <ResultPanel results={run.results} isOver={isOver} />}
      </Panel>
    </>
  );
}
