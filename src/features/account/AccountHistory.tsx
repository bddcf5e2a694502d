import type { MoneyEntry } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import { useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { LifeEvent } from './LifeEvent.tsx';
import { isLifeEntry } from './lifeEntry.ts';

const perPage = 6;

/** What happened to the connection besides bills and payments: agreements, plans, disputes, notices, other holders. */
export function AccountHistory({ connection, history }: { connection: bigint; history: History<MoneyEntry> }) {
  const t = useT();
  return (
    <Panel title={t('life.history')}>
      <HistoryView history={history} select={(entries) => entries.filter(isLifeEntry)} empty={t('life.nothing')}>
        {(entries) => (
          <PagedTable
            pageSize={perPage}
            caption={t('life.history')}
            columns={[
              {
                header: t('life.event'),
                cell: (entry) => <LifeEvent connection={connection} entry={entry} />,
              },
              { header: t('life.when'), cell: ({ time }) => <TimeText seconds={time} />, align: 'end' },
            ]}
            rows={entries}
            rowKey={({ block, logIndex }) => `${block}.${logIndex}`}
          />
        )}
      </HistoryView>
    </Panel>
  );
}
