import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import { useOpenBills } from '../../chain/history/openBills.ts';
import { overdueConnections } from '../../chain/history/overdue.ts';
import { ageing } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { Table } from '../../ui/Table.tsx';

const shown = 5;

/** What is owed by how long it has been due, and who owes most of what is overdue. */
export function OverduePanel() {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const openBills = useOpenBills();
  const overdue = overdueConnections(openBills.data ?? [], today);
  return (
    <QueryPanel
      title={t('board.overdue')}
      actions={overdue.length > 0 && <Badge tone="bad">{format.count(overdue.length)}</Badge>}
      query={openBills}
      lines={6}
      isEmpty={(bills) => bills.length === 0}
      empty={t('board.nothingOwed')}
    >
      {(bills) => {
        const ages = Object.entries(ageing(withCredit(bills), today)) as [keyof ReturnType<typeof ageing>, bigint][];
        return (
          <>
            <Table
              caption={t('board.ages')}
              columns={[
                { header: t('board.age'), cell: ([age]) => t(`board.age.${age}`) },
                { header: t('board.owed'), cell: ([, amount]) => <Amount value={amount} />, align: 'end' },
              ]}
              rows={ages}
              rowKey={([age]) => age}
            />
            {overdue.length === 0 ? (
              <p>{t('board.nothingOverdue')}</p>
            ) : (
              <Table
                caption={t('board.overdueMost')}
                columns={[
                  {
                    header: t('board.connection'),
                    cell: ({ number }) => <Link href={paths.connection(number)}>{String(number)}</Link>,
                  },
                  { header: t('board.dueSince'), cell: ({ since }) => <DateText day={since} /> },
                  { header: t('board.overdueAmount'), cell: ({ amount }) => <Amount value={amount} />, align: 'end' },
                ]}
                rows={overdue.slice(0, shown)}
                rowKey={({ number }) => String(number)}
              />
            )}
            {overdue.length > 0 && (
              <div>
                <LinkButton to={paths.connectionsThat('overdue')} variant="secondary">
                  {t('board.allOverdue', { count: overdue.length })}
                </LinkButton>
              </div>
            )}
          </>
        );
      }}
    </QueryPanel>
  );
}

function withCredit<Bill>(bills: readonly { bill: Bill; connection: { credited: bigint } }[]) {
  return bills.map(({ bill, connection }) => ({ bill, credited: connection.credited }));
}
