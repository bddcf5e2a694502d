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
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { Titled } from '../../ui/Titled.tsx';
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
  const nameOf = (bill: Bill) => t('bill.title', { number: String(bill.number) });
  const openText = (bill: Bill) => {
    const open = openAmount(bill, credited);
    if (open === 0n) return null;
    const date = format.date(bill.dueDay);
    return open < bill.amount
      ? t('connection.openDue', { amount: format.money(open), date })
      : t('connection.dueBy', { date });
  };
  return (
    <>
      <Table
        caption={t('connection.billTable')}
        columns={[
          {
            header: t('connection.bill'),
            cell: (bill) => (
              <Titled title={<Link href={paths.bill(number, bill.number)}>{nameOf(bill)}</Link>}>
                {format.period(bill.fromDay, bill.toDay)}
              </Titled>
            ),
          },
          { header: t('connection.consumption'), cell: (bill) => format.energy(energyOf(bill)), align: 'end' },
          { header: t('tariff.amount'), cell: (bill) => <Amount value={bill.amount} />, align: 'end' },
          {
            header: t('connection.status'),
            cell: (bill) => (
              <Titled title={<BillStatusBadge status={billStatus(bill, credited, today)} />}>{openText(bill)}</Titled>
            ),
          },
        ]}
        rows={bills.slice(offset, offset + perPage)}
        rowKey={(bill) => bill.number}
      />
      <Pager
        label={t('connection.billTable')}
        offset={offset}
        limit={perPage}
        total={bills.length}
        onOffset={setOffset}
      />
    </>
  );
}
