import { useState } from 'react';
import { Link } from 'wouter';
import { useAccess } from '../../chain/access.ts';
import { useDeployment } from '../../chain/deployment.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { dayOfTimestamp } from '../../domain/calendar.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import type { Column } from '../../ui/Table.tsx';
import { Titled } from '../../ui/Titled.tsx';
import { BalanceCell } from './BalanceCell.tsx';
import styles from './ConnectionTable.module.css';
import { HandoverDialog } from './HandoverDialog.tsx';

interface ConnectionTableProps {
  connections: readonly WholeConnection[];
  titleOf: (category: number) => string;
  /** What is overdue of each connection; null while that is not known. */
  overdue: ReadonlyMap<bigint, bigint> | null;
}

export function ConnectionTable({ connections, titleOf, overdue }: ConnectionTableProps) {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const { isOperator } = useAccess();
  const [handedOver, setHandedOver] = useState<bigint | null>(null);
  const columns: Column<WholeConnection>[] = [
    {
      header: t('connections.number'),
      cell: ({ number, isClosed }) => (
        <Titled
          title={
            <>
              <Link href={paths.connection(number)}>{String(number)}</Link>{' '}
              {isClosed && <Badge>{t('connections.closed')}</Badge>}
            </>
          }
        >
          {isOperator && (
            <Link href={paths.manage(number)}>
              {t('connections.manage')} <span className="visually-hidden">{String(number)}</span>
            </Link>
          )}
        </Titled>
      ),
    },
    {
      header: t('connections.holder'),
      cell: ({ holder }) => (
        <span className={styles.whole}>
          <Hex value={holder} />
        </span>
      ),
    },
    { header: t('connections.tariff'), cell: ({ category }) => titleOf(category) },
    {
      header: t('connections.lastReading'),
      cell: ({ register, readAt }) => (
        <span className={styles.whole}>
          {format.energy(register)}
          <br />
          <span className={styles.soft}>
            <DateText day={dayOfTimestamp(readAt, utcOffset)} />
          </span>
        </span>
      ),
    },
    {
      header: t('connections.lastBill'),
      cell: ({ number, bills, billedDay, dueDay }) =>
        dueDay === null ? (
          t('connections.noBill')
        ) : (
          <span className={styles.whole}>
            <Link href={paths.bill(number, bills)}>
              {t('connections.billUpTo', { date: format.date(billedDay - 1) })}
            </Link>
            <br />
            <span className={styles.soft}>{t('connections.due', { date: format.date(dueDay) })}</span>
          </span>
        ),
    },
    {
      header: t('connections.balance'),
      cell: (connection) => <BalanceCell connection={connection} overdue={overdue?.get(connection.number) ?? 0n} />,
      align: 'end',
    },
  ];
  const handover: Column<WholeConnection> = {
    header: t('connections.handover'),
    cell: ({ number, offeredTo }) => (
      <Button variant="quiet" onClick={() => setHandedOver(number)}>
        {offeredTo ? <Badge tone="info">{t('connections.offered')}</Badge> : t('connections.handOver')}
        <span className="visually-hidden">{String(number)}</span>
      </Button>
    ),
    align: 'end',
  };
  const chosen = connections.find(({ number }) => number === handedOver);
  return (
    <>
      <PagedTable
        pageSize={50}
        caption={t('shell.connections')}
        columns={isOperator ? [...columns, handover] : columns}
        rows={connections}
        rowKey={({ number }) => String(number)}
      />
      {chosen && <HandoverDialog connection={chosen} onClose={() => setHandedOver(null)} />}
    </>
  );
}
