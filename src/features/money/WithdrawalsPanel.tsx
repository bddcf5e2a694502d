import { useRecentEvents } from '../../chain/history/useRecentEvents.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';

const names = ['Withdrawn'] as const;

/** What the board took out, and where it went. */
export function WithdrawalsPanel() {
  const t = useT();
  const format = useFormat();
  const withdrawals = useRecentEvents('electricityBilling', names, 'whole');
  return (
    <QueryPanel title={t('money.withdrawals')} query={withdrawals}>
      {({ events }) => (
        <>
          {events.length === 0 ? (
            <p>{t('money.noWithdrawal')}</p>
          ) : (
            <PagedTable
              pageSize={8}
              caption={t('money.withdrawals')}
              columns={[
                { header: t('money.when'), cell: ({ time }) => <TimeText seconds={time} /> },
                { header: t('money.to'), cell: ({ args: { to } }) => <Hex value={to} /> },
                { header: t('money.amount'), cell: ({ args: { amount } }) => format.money(amount), align: 'end' },
              ]}
              rows={events}
              rowKey={({ block, logIndex }) => `${block} ${logIndex}`}
            />
          )}
        </>
      )}
    </QueryPanel>
  );
}
