import { Link } from 'wouter';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Table } from '../../ui/Table.tsx';
import { Titled } from '../../ui/Titled.tsx';

interface AllocatedPart {
  /** Number of the bill that it settles; null for what is kept as an advance, or was paid back. */
  bill: number | null;
  /** Millionths of the currency. */
  part: bigint;
  /** What becomes of it. */
  note: string;
}

/** Where a payment goes or went, bill by bill. */
export function Allocation({ connection, rows }: { connection: bigint; rows: readonly AllocatedPart[] }) {
  const t = useT();
  return (
    <Table
      caption={t('payment.settles')}
      columns={[
        {
          header: t('connection.bill'),
          cell: ({ bill, note }) => (
            <Titled
              title={
                bill === null ? (
                  t('payment.advance')
                ) : (
                  <Link href={paths.bill(connection, bill)}>{t('bill.title', { number: String(bill) })}</Link>
                )
              }
            >
              {note}
            </Titled>
          ),
        },
        { header: t('tariff.amount'), cell: ({ part }) => <Amount value={part} />, align: 'end' },
      ]}
      rows={rows}
      rowKey={({ bill, note }) => `${bill}.${note}`}
    />
  );
}
