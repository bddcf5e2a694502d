import { HistoryView } from '../../chain/history/HistoryView.tsx';
import { useReadingHistory } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Titled } from '../../ui/Titled.tsx';
import { ReadingKindText } from './ReadingKindText.tsx';
import { readingRows } from './readingRows.ts';

const perPage = 6;

interface ReadingListProps {
  connection: Connection;
  standing: Standing | undefined;
}

/** Every reading of the meter and all that was done to it, fetched when it is asked for. */
export function ReadingList({ connection, standing }: ReadingListProps) {
  const t = useT();
  return (
    <Disclosure title={t('connection.readings')}>
      {standing ? <Readings connection={connection} offset={standing.registerOffset} /> : <Skeleton lines={4} />}
    </Disclosure>
  );
}

function Readings({ connection, offset }: { connection: Connection; offset: bigint }) {
  const t = useT();
  const format = useFormat();
  return (
    <HistoryView
      history={useReadingHistory(connection)}
      select={(entries) => readingRows(entries, offset)}
      empty={t('connection.noReading')}
    >
      {(rows) => (
        <PagedTable
          pageSize={perPage}
          caption={t('connection.readings')}
          columns={[
            {
              header: t('connection.readAt'),
              cell: (row) => (
                <Titled title={<TimeText seconds={row.entry.readAt} />}>
                  <ReadingKindText row={row} />
                </Titled>
              ),
            },
            { header: t('connection.registerShown'), cell: ({ own }) => format.energy(own), align: 'end' },
          ]}
          rows={rows}
          rowKey={({ entry: { block, logIndex } }) => `${block}.${logIndex}`}
        />
      )}
    </HistoryView>
  );
}
