import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import { useOpenBillsOf } from '../../chain/history/openBills.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { billStatus } from '../../domain/ledger.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BillStatusBadge } from '../../ui/BillStatusBadge.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { QueryView } from '../../ui/QueryView.tsx';

const perPage = 6;

/** The bills that are not paid in full, the newest first. */
export function OpenBillTable({ connection }: { connection: Connection }) {
  const t = useT();
  const { today } = useChainTime();
  const { number, credited } = connection;
  return (
    <QueryView query={useOpenBillsOf(connection)} lines={3}>
      {(open) => (
        <PagedTable
          pageSize={perPage}
          caption={t('manage.openBills')}
          columns={[
            {
              header: t('manage.openBills'),
              cell: ({ bill }) => (
                <Link href={paths.bill(number, bill.number)}>{t('bill.title', { number: String(bill.number) })}</Link>
              ),
            },
            { header: t('bill.dueDay'), cell: ({ bill }) => <DateText day={bill.dueDay} /> },
            {
              header: t('connection.status'),
              cell: ({ bill }) => <BillStatusBadge status={billStatus(bill, credited, today)} />,
            },
            { header: t('bill.open'), cell: (row) => <Amount value={row.open} />, align: 'end' },
          ]}
          rows={open}
          rowKey={({ bill }) => bill.number}
        />
      )}
    </QueryView>
  );
}
