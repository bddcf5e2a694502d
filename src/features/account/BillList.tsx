import { useState } from 'react';
import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { billStatus, openAmount } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BillStatusBadge } from '../../ui/BillStatusBadge.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { energyOf } from './comparison.ts';

const perPage = 6;

/** Every bill, the newest first, with what is open on it. */
export function BillList({ connection, history }: { connection: Connection; history: History<MoneyEntry> }) {
  const t = useT();
  return (
    <Panel title={t('connection.bills')}>
      <HistoryView
        history={history}
        select={(entries) => entries.filter((entry) => entry.type === 'bill')}
        empty={t('connection.noBillYet')}
      >
        {(bills) => <Bills connection={connection} bills={bills} />}
      </HistoryView>
    </Panel>
  );
}

function Bills({ connection, bills }: { connection: Connection; bills: readonly Bill[] }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const [offset, setOffset] = useState(0);
  const { number, credited } = connection;
  return (
    <>
      <Table
        caption={t('connection.bills')}
        columns={[
          {
            header: t('connection.bill'),
            cell: (bill) => (
              <Link href={paths.bill(number, bill.number)}>{t('bill.title', { number: String(bill.number) })}</Link>
            ),
          },
          {
            header: t('connection.periodHeader'),
            cell: (bill) =>
              t('connection.period', { from: format.date(bill.fromDay), to: format.date(bill.toDay - 1) }),
          },
          { header: t('connection.consumption'), cell: (bill) => format.energy(energyOf(bill)), align: 'end' },
          { header: t('tariff.amount'), cell: (bill) => <Amount value={bill.amount} />, align: 'end' },
          { header: t('connection.dueDay'), cell: (bill) => <DateText day={bill.dueDay} /> },
          {
            header: t('connection.status'),
            cell: (bill) => <Status bill={bill} credited={credited} today={today} />,
          },
        ]}
        rows={bills.slice(offset, offset + perPage)}
        rowKey={(bill) => bill.number}
      />
      <Pager offset={offset} limit={perPage} total={bills.length} onOffset={setOffset} />
    </>
  );
}

function Status({ bill, credited, today }: { bill: Bill; credited: bigint; today: number }) {
  const t = useT();
  const format = useFormat();
  const open = openAmount(bill, credited);
  return (
    <span>
      <BillStatusBadge status={billStatus(bill, credited, today)} />
      {open > 0n && open < bill.amount && <> {t('connection.open', { amount: format.money(open) })}</>}
    </span>
  );
}
