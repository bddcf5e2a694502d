import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Bill } from '../../chain/history/entries.ts';
import type { SpanVerification } from '../../domain/verify.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';

interface SpanSumsProps {
  connection: bigint;
  /** The bills on estimates that it replaces, newest first. */
  estimates: readonly Bill[];
  verification: SpanVerification;
}

interface Row {
  key: string;
  what: ReactNode;
  energy: bigint;
  amount: bigint;
}

/** How the bill adds up: the periods that it was billed as, less what estimates had charged for the same days. */
export function SpanSums({ connection, estimates, verification: { periods, expected } }: SpanSumsProps) {
  const t = useT();
  const format = useFormat();
  const rows: Row[] = [
    ...periods.map(({ period: { fromDay, toDay, opening, closing }, bill }) => ({
      key: String(fromDay),
      what: format.period(fromDay, toDay),
      energy: closing - opening,
      amount: bill.total,
    })),
    ...[...estimates].reverse().map(({ number, opening, closing, amount }) => ({
      key: `bill${number}`,
      what: (
        <>
          {t('life.lessEstimate')}{' '}
          <Link href={paths.bill(connection, number)}>{t('bill.title', { number: String(number) })}</Link>
        </>
      ),
      energy: opening - closing,
      amount: -amount,
    })),
  ];
  return (
    <>
      <p>{t(estimates.length > 0 ? 'life.replaces' : 'life.billedBy', { count: periods.length })}</p>
      <Table
        caption={t('life.spanTable')}
        columns={[
          { header: t('bill.period'), cell: ({ what }) => what, footer: t('bill.amount') },
          { header: t('connection.consumption'), cell: ({ energy }) => format.energy(energy), align: 'end' },
          {
            header: t('tariff.amount'),
            cell: ({ amount }) => <Amount value={amount} />,
            footer: <Amount value={expected.amount} />,
            align: 'end',
          },
        ]}
        rows={rows}
        rowKey={({ key }) => key}
      />
      {expected.credit > 0n && <Notice>{t('life.credited', { amount: format.money(expected.credit) })}</Notice>}
    </>
  );
}
