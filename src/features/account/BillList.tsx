import { useState } from 'react';
import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import { debtsOf } from '../../chain/history/debts.ts';
import type { Bill, MoneyEntry, Surcharge } from '../../chain/history/entries.ts';
import { HistoryView } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { billStatus, openAmount } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { BillStatusBadge } from '../../ui/BillStatusBadge.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { Titled } from '../../ui/Titled.tsx';
import { energyOf } from './comparison.ts';
import { SurchargeText } from './SurchargeText.tsx';

const perPage = 6;

/** Every bill with the late surcharge that came with it, the newest first, and what is open on it. */
export function BillList({ connection, history }: { connection: Connection; history: History<MoneyEntry> }) {
  const t = useT();
  return (
    <Panel title={t('connection.bills')}>
      <HistoryView history={history} select={rowsOf} empty={t('connection.noBillYet')}>
        {(rows) => <Bills connection={connection} rows={rows} />}
      </HistoryView>
    </Panel>
  );
}

/** A bill, or the surcharge that came with it: both are due on the bill's due day. */
interface DebtRow {
  debt: Bill | Surcharge;
  bill: Bill;
}

function rowsOf(entries: readonly MoneyEntry[]): DebtRow[] {
  return debtsOf(entries).flatMap(({ bill, surcharge }) =>
    surcharge
      ? [
          { debt: bill, bill },
          { debt: surcharge, bill },
        ]
      : [{ debt: bill, bill }],
  );
}

function Bills({ connection, rows }: { connection: Connection; rows: readonly DebtRow[] }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const [offset, setOffset] = useState(0);
  const { number, credited } = connection;
  const openText = ({ debt, bill }: DebtRow) => {
    const open = openAmount(debt, credited);
    if (open === 0n) return null;
    const date = format.date(bill.dueDay);
    return open < debt.amount
      ? t('connection.openDue', { amount: format.money(open), date })
      : t('connection.dueBy', { date });
  };
  const statusOf = ({ debt, bill: { dueDay } }: DebtRow) => billStatus({ ...debt, dueDay }, credited, today);
  return (
    <>
      <Table
        caption={t('connection.billTable')}
        columns={[
          {
            header: t('connection.bill'),
            cell: ({ debt, bill }) =>
              debt.type === 'bill' ? (
                <BillName connection={number} bill={bill} />
              ) : (
                <Titled title={t('tariff.lateSurcharge')}>
                  <SurchargeText surcharge={debt} bill={bill} />
                </Titled>
              ),
          },
          {
            header: t('connection.consumption'),
            cell: ({ debt }) => (debt.type === 'bill' ? format.energy(energyOf(debt)) : '–'),
            align: 'end',
          },
          { header: t('tariff.amount'), cell: ({ debt }) => <Amount value={debt.amount} />, align: 'end' },
          {
            header: t('connection.status'),
            cell: (row) => <Titled title={<BillStatusBadge status={statusOf(row)} />}>{openText(row)}</Titled>,
          },
        ]}
        rows={rows.slice(offset, offset + perPage)}
        rowKey={({ debt }) => `${debt.block}.${debt.logIndex}`}
      />
      <Pager
        label={t('connection.billTable')}
        offset={offset}
        limit={perPage}
        total={rows.length}
        onOffset={setOffset}
      />
    </>
  );
}

function BillName({ connection, bill }: { connection: bigint; bill: Bill }) {
  const t = useT();
  const format = useFormat();
  const name = (
    <Link href={paths.bill(connection, bill.number)}>{t('bill.title', { number: String(bill.number) })}</Link>
  );
  return (
    <Titled
      title={
        bill.kind === 'estimated' ? (
          <Row>
            {name} <Badge tone="warn">{t('bill.kind.estimated')}</Badge>
          </Row>
        ) : (
          name
        )
      }
    >
      {format.period(bill.fromDay, bill.toDay)}
    </Titled>
  );
}
