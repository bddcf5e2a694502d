import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { CasePanel } from './CasePanel.tsx';
import { ConnectionLink } from './ConnectionLink.tsx';

/** Notices that have run out: these connections may be cut off. */
export function DisconnectionCases({ connections }: { connections: readonly WholeConnection[] }) {
  const t = useT();
  return (
    <CasePanel
      title={t('cases.disconnections')}
      count={connections.length}
      tone="bad"
      empty={t('cases.noDisconnections')}
      hint={t('cases.disconnectionsHint')}
    >
      <PagedTable
        caption={t('cases.disconnections')}
        columns={[
          { header: t('cases.connection'), cell: ({ number }) => <ConnectionLink number={number} /> },
          { header: t('cases.maySince'), cell: ({ noticeDay }) => <DateText day={noticeDay} /> },
          { header: t('manage.overdue'), cell: ({ overdue }) => <Amount value={overdue} />, align: 'end' },
        ]}
        rows={connections}
        rowKey={({ number }) => String(number)}
      />
    </CasePanel>
  );
}
