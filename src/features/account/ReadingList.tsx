import { useState } from 'react';
import type { Reading } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import { useReadingHistory } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Table } from '../../ui/Table.tsx';
import { Titled } from '../../ui/Titled.tsx';

const perPage = 6;

/** Every reading of the meter, fetched when it is asked for. */
export function ReadingList({ connection }: { connection: Connection }) {
  const t = useT();
  return (
    <Disclosure title={t('connection.readings')}>
      <Readings connection={connection} />
    </Disclosure>
  );
}

function Readings({ connection }: { connection: Connection }) {
  const t = useT();
  return (
    <HistoryView
      history={useReadingHistory(connection)}
      select={(entries) => entries.filter((entry) => entry.type === 'reading')}
      empty={t('connection.noReading')}
    >
      {(readings) => <ReadingTable readings={readings} />}
    </HistoryView>
  );
}

function ReadingTable({ readings }: { readings: readonly Reading[] }) {
  const t = useT();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  return (
    <>
      <Table
        caption={t('connection.readings')}
        columns={[
          {
            header: t('connection.readAt'),
            cell: ({ readAt, kind }) => <Titled title={<TimeText seconds={readAt} />}>{t(`bill.kind.${kind}`)}</Titled>,
          },
          { header: t('connection.registerShown'), cell: ({ register }) => format.energy(register), align: 'end' },
        ]}
        rows={readings.slice(offset, offset + perPage)}
        rowKey={({ readAt }) => readAt}
      />
      <Pager
        label={t('connection.readings')}
        offset={offset}
        limit={perPage}
        total={readings.length}
        onOffset={setOffset}
      />
    </>
  );
}
