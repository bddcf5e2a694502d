import { Link } from 'wouter';
import { useAccess } from '../../chain/access.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { explainRevert } from '../../chain/errors/contract.ts';
import { useRecentEvents } from '../../chain/history/useRecentEvents.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { Table } from '../../ui/Table.tsx';
import { openRejections, type Rejection } from './openRejections.ts';

const names = ['ReadingRejected', 'BillRejected'] as const;
const shown = 8;

/** Rows of recent batches that the contract left out and nobody has put right. */
export function RejectedPanel() {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const { utcOffset } = useDeployment().facts;
  const { isOperator } = useAccess();
  const events = useRecentEvents('electricityBilling', names);
  const all = useWholeConnections();
  const connections = all.data;
  const rejections = (events.data?.events ?? []).map(
    ({ eventName, args, block, time }): Rejection => ({
      connection: args.connection,
      what: eventName === 'ReadingRejected' ? 'reading' : 'bill',
      block,
      time,
      reason: args.reason,
    }),
  );
  const open = connections ? openRejections(rejections, connections, utcOffset) : [];
  const mine = open.filter(({ what }) => what === 'reading' || isOperator);
  return (
    <QueryPanel
      title={t('board.rejected')}
      actions={mine.length > 0 && <Badge tone="warn">{format.count(mine.length)}</Badge>}
      query={{
        data: connections && events.data,
        error: events.error ?? all.error,
        isFetching: events.isFetching || all.isFetching,
        refetch: () => Promise.all([events.refetch(), all.refetch()]),
      }}
      isEmpty={() => mine.length === 0}
      empty={t('board.noneRejected')}
    >
      {() => (
        <>
          <Table
            caption={t('board.rejectedLatest')}
            columns={[
              {
                header: t('board.connection'),
                cell: ({ connection }) => <Link href={paths.connection(connection)}>{String(connection)}</Link>,
              },
              { header: t('board.when'), cell: ({ time }) => <TimeText seconds={time} /> },
              { header: t('board.reason'), cell: ({ reason }) => words(explainRevert(reason)) },
              {
                header: t('board.toDo'),
                cell: ({ what, connection }) => (
                  <Link href={what === 'reading' ? paths.readingOf(connection) : paths.billing}>
                    {t(what === 'reading' ? 'board.readAgain' : 'board.toBilling')}
                  </Link>
                ),
                align: 'end',
              },
            ]}
            rows={mine.slice(0, shown)}
            rowKey={({ what, connection }) => `${what} ${connection}`}
          />
          {mine.length > shown && <p>{t('board.moreRejected', { count: mine.length - shown })}</p>}
        </>
      )}
    </QueryPanel>
  );
}
