import { useMemo, useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { guessColumns, parseReadingRows } from '../../domain/readingFile.ts';
import { useT } from '../../messages/useMessages.ts';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { ImportRun } from './ImportRun.tsx';
import type { Source } from './ReadingsScreen.tsx';
import { useMeters } from './useMeters.ts';

/** A table on its way to the chain: which column is what, what is wrong, the run, the results. */
export function ImportPanels({ source, onClose }: { source: Source; onClose: () => void }) {
  const t = useT();
  const { utcOffset } = useDeployment().facts;
  // The clock goes on; what was in the future when the file was loaded is told once.
  const [now] = useState(useChainTime().time);
  const [columns, setColumns] = useState(() => guessColumns(source.rows));
  const file = useMemo(
    () => parseReadingRows(source.rows, { utcOffsetSeconds: utcOffset, now }, columns),
    [source, utcOffset, now, columns],
  );
  const meters = useMeters([source.id, columns], file.readings);
  return (
    <>
      <ColumnsPanel source={source} file={file} columns={columns} onColumns={setColumns} onClose={onClose} />
      {file.missing.length === 0 &&
        (meters.data ? (
          <ImportRun file={file} meters={meters.data} now={now} onChanged={meters.refetch} />
        ) : (
          <QueryPanel title={t('readings.checked')} query={meters}>
            {() => null}
          </QueryPanel>
        ))}
    </>
  );
}
