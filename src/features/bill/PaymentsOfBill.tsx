import { Link } from 'wouter';
import { creditsOf } from '../../chain/history/credits.ts';
import { debtsOf } from '../../chain/history/debts.ts';
import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { openAmount } from '../../domain/ledger.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { creditsFor } from './settlement.ts';

interface PaymentsOfBillProps {
  connection: Connection;
  bill: Bill;
  history: History<MoneyEntry>;
}

/** The payments and credits that went into this bill and its surcharge, and what is still open. */
export function PaymentsOfBill({ connection, bill, history }: PaymentsOfBillProps) {
  const t = useT();
  const { number, credited } = connection;
  const debt = debtsOf(history.entries).find((one) => one.number === bill.number) ?? bill;
  return (
    <Panel title={t('bill.payments')}>
      <HistoryView
        history={history}
        select={(entries) => creditsFor(debt, creditsOf(entries))}
        empty={t('bill.noPayments')}
      >
        {(payments) => (
          <Table
            caption={t('bill.paymentTable')}
            columns={[
              {
                header: t('bill.payment'),
                cell: ({ credit: { type, block, logIndex, time } }) =>
                  type === 'payment' ? (
                    <Link href={paths.receipt(number, block, logIndex)}>
                      <TimeText seconds={time} />
                    </Link>
                  ) : (
                    <>
                      {t(`connection.what.${type}`)} <TimeText seconds={time} />
                    </>
                  ),
                footer: t('bill.open'),
              },
              {
                header: t('bill.part'),
                cell: ({ part }) => <Amount value={part} />,
                footer: <Amount value={openAmount(debt, credited)} />,
                align: 'end',
              },
            ]}
            rows={payments}
            rowKey={({ credit: { block, logIndex } }) => `${block}.${logIndex}`}
          />
        )}
      </HistoryView>
    </Panel>
  );
}
