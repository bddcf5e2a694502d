import { useState } from 'react';
import { Link } from 'wouter';
import type { MoneyEntry, Payment, Refund } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';

const perPage = 6;

/** What was paid and paid back, the newest first; each payment has a receipt. */
export function PaymentList({ connection, history }: { connection: Connection; history: History<MoneyEntry> }) {
  const t = useT();
  return (
    <Panel title={t('connection.payments')}>
      <HistoryView
        history={history}
        select={(entries) => entries.filter((entry) => entry.type === 'payment' || entry.type === 'refund')}
        empty={t('connection.noPayment')}
      >
        {(payments) => <Payments number={connection.number} payments={payments} />}
      </HistoryView>
    </Panel>
  );
}

function Payments({ number, payments }: { number: bigint; payments: readonly (Payment | Refund)[] }) {
  const t = useT();
  const [offset, setOffset] = useState(0);
  return (
    <>
      <Table
        caption={t('connection.payments')}
        columns={[
          { header: t('connection.when'), cell: (entry) => <TimeText seconds={entry.time} /> },
          { header: t('connection.what'), cell: ({ type }) => t(`connection.what.${type}`) },
          {
            header: t('connection.wallet'),
            cell: (entry) => <Hex value={entry.type === 'payment' ? entry.payer : entry.holder} />,
          },
          { header: t('tariff.amount'), cell: (entry) => <Amount value={signed(entry)} />, align: 'end' },
          {
            header: t('connection.receipt'),
            cell: ({ type, block, logIndex, transaction }) =>
              type === 'payment' ? (
                <Link href={paths.receipt(number, block, logIndex)}>{t('connection.openReceipt')}</Link>
              ) : (
                <Hex value={transaction} />
              ),
          },
        ]}
        rows={payments.slice(offset, offset + perPage)}
        rowKey={({ block, logIndex }) => `${block}.${logIndex}`}
      />
      <Pager offset={offset} limit={perPage} total={payments.length} onOffset={setOffset} />
    </>
  );
}

/** What is paid back leaves the account. */
function signed({ type, amount }: Payment | Refund): bigint {
  return type === 'refund' ? -amount : amount;
}
