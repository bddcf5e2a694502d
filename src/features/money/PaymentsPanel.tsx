import { Link } from 'wouter';
import { useRecentEvents } from '../../chain/history/useRecentEvents.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { LookBack } from './LookBack.tsx';

const names = ['PaymentReceived'] as const;

/** The latest payments of all connections, each with its receipt. */
export function PaymentsPanel() {
  const t = useT();
  const format = useFormat();
  const payments = useRecentEvents('electricityBilling', names);
  return (
    <QueryPanel title={t('money.payments')} query={payments} lines={8}>
      {({ events, isWhole }) => (
        <>
          {events.length === 0 ? (
            <p>{t(isWhole ? 'money.noPayment' : 'money.noRecentPayment')}</p>
          ) : (
            <PagedTable
              caption={t('money.payments')}
              columns={[
                {
                  header: t('money.connection'),
                  cell: ({ args: { connection } }) => (
                    <Link href={paths.connection(connection)}>{String(connection)}</Link>
                  ),
                },
                {
                  header: t('money.when'),
                  cell: ({ args: { connection }, block, logIndex, time }) => (
                    <Link href={paths.receipt(connection, block, logIndex)}>
                      <TimeText seconds={time} />
                    </Link>
                  ),
                },
                { header: t('money.payer'), cell: ({ args: { payer } }) => <Hex value={payer} /> },
                { header: t('money.amount'), cell: ({ args: { amount } }) => format.money(amount), align: 'end' },
              ]}
              rows={events}
              rowKey={({ block, logIndex }) => `${block} ${logIndex}`}
            />
          )}
          <LookBack events={payments} />
        </>
      )}
    </QueryPanel>
  );
}
