import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { unreadSince } from '../../domain/unread.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { Table } from '../../ui/Table.tsx';

const shown = 5;

/** Connections whose meter has not been read for over a month, the longest first. */
export function UnreadPanel() {
  const t = useT();
  const format = useFormat();
  const { time } = useChainTime();
  const connections = useWholeConnections();
  const unread = (connections.data ?? [])
    .filter(({ readAt, isClosed }) => !isClosed && readAt < unreadSince(time))
    .sort((a, b) => a.readAt - b.readAt);
  return (
    <QueryPanel
      title={t('board.unread')}
      actions={unread.length > 0 && <Badge tone="warn">{format.count(unread.length)}</Badge>}
      query={connections}
      isEmpty={() => unread.length === 0}
      empty={t('board.allRead')}
    >
      {() => (
        <>
          <Table
            caption={t('board.unreadLongest')}
            columns={[
              {
                header: t('board.connection'),
                cell: ({ number }) => <Link href={paths.connection(number)}>{String(number)}</Link>,
              },
              { header: t('board.lastRead'), cell: ({ readAt }) => <TimeText seconds={readAt} /> },
              {
                header: t('board.toDo'),
                cell: ({ number }) => <Link href={paths.readingOf(number)}>{t('board.enterReading')}</Link>,
                align: 'end',
              },
            ]}
            rows={unread.slice(0, shown)}
            rowKey={({ number }) => String(number)}
          />
          <div>
            <LinkButton to={paths.connectionsThat('unread')} variant="secondary">
              {t('board.allUnread', { count: unread.length })}
            </LinkButton>
          </div>
        </>
      )}
    </QueryPanel>
  );
}
