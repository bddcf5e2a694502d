import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { giveNotice } from '../../chain/writes/giveNotice.ts';
import { mayGiveNotice } from '../../domain/mayGiveNotice.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { CasePanel } from './CasePanel.tsx';
import { ConnectionLink } from './ConnectionLink.tsx';
import { NoticeBadge } from './NoticeBadge.tsx';
import { SendCell } from './SendCell.tsx';

/** Who is overdue, the most first, and whether notice of disconnection is given. */
export function OverdueCases({ connections }: { connections: readonly WholeConnection[] }) {
  const t = useT();
  return (
    <CasePanel
      title={t('cases.overdue')}
      count={connections.length}
      tone="warn"
      empty={t('cases.noOverdue')}
      hint={t('cases.overdueHint')}
    >
      <PagedTable
        caption={t('cases.overdue')}
        columns={[
          { header: t('cases.connection'), cell: ({ number }) => <ConnectionLink number={number} /> },
          { header: t('manage.overdue'), cell: ({ overdue }) => <Amount value={overdue} />, align: 'end' },
          { header: t('manage.surcharge'), cell: ({ surcharge }) => <Amount value={surcharge} />, align: 'end' },
          { header: t('cases.notice'), cell: (connection) => <NoticeBadge connection={connection} /> },
          {
            header: t('cases.toDo'),
            cell: (connection) =>
              mayGiveNotice(connection).mayGive ? (
                <SendCell number={connection.number} request={() => giveNotice(connection.number)}>
                  {t('manage.giveNotice')}
                </SendCell>
              ) : (
                '–'
              ),
            align: 'end',
          },
        ]}
        rows={connections}
        rowKey={({ number }) => String(number)}
      />
    </CasePanel>
  );
}
