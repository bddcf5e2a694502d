import { useState } from 'react';
import { isAddressEqual } from 'viem';
import { Link } from 'wouter';
import { type Credit, creditsOf } from '../../chain/history/credits.ts';
import type { MoneyEntry, Refund } from '../../chain/history/entries.ts';
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
import { Titled } from '../../ui/Titled.tsx';

const perPage = 6;

/** What was paid, credited and paid back, the newest first; each payment has a receipt. */
export function PaymentList({ connection, history }: { connection: Connection; history: History<MoneyEntry> }) {
  const t = useT();
  return (
    <Panel title={t('connection.payments')}>
      <HistoryView history={history} select={movementsOf} empty={t('connection.noPayment')}>
        {(payments) => <Payments connection={connection} payments={payments} />}
      </HistoryView>
    </Panel>
  );
}

type Movement = Credit | Refund;

interface PaymentsProps {
  connection: Connection;
  payments: readonly Movement[];
}

function Payments({ connection: { number, holder }, payments }: PaymentsProps) {
  const t = useT();
  const [offset, setOffset] = useState(0);
  return (
    <>
      <Table
        caption={t('connection.paymentTable')}
        columns={[
          {
            header: t('connection.what'),
            cell: (entry) => (
              <Titled title={t(`connection.what.${entry.type}`)}>
                <TimeText seconds={entry.time} />
                {'bill' in entry && (
                  <>
                    {' '}
                    <Link href={paths.bill(number, entry.bill)}>{t('bill.title', { number: String(entry.bill) })}</Link>
                  </>
                )}
                {entry.type === 'creditNote' && (
                  <>
                    : <q>{entry.reason}</q>
                  </>
                )}
                {entry.type === 'payment' && !isAddressEqual(entry.payer, holder) && (
                  <>
                    {' '}
                    {t('connection.paidBy')} <Hex value={entry.payer} />
                  </>
                )}
              </Titled>
            ),
          },
          { header: t('tariff.amount'), cell: (entry) => <Amount value={signed(entry)} />, align: 'end' },
          {
            header: t('connection.receipt'),
            cell: ({ type, block, logIndex }) =>
              type === 'payment' ? (
                <Link href={paths.receipt(number, block, logIndex)}>{t('connection.openReceipt')}</Link>
              ) : (
                t('shell.block', { block: String(block) })
              ),
          },
        ]}
        rows={payments.slice(offset, offset + perPage)}
        rowKey={({ block, logIndex }) => `${block}.${logIndex}`}
      />
      <Pager
        label={t('connection.paymentTable')}
        offset={offset}
        limit={perPage}
        total={payments.length}
        onOffset={setOffset}
      />
    </>
  );
}

function movementsOf(entries: readonly MoneyEntry[]): Movement[] {
  return entries.flatMap((entry): Movement[] => (entry.type === 'refund' ? [entry] : creditsOf([entry])));
}

/** What is paid back leaves the account. */
function signed({ type, amount }: Movement): bigint {
  return type === 'refund' ? -amount : amount;
}
