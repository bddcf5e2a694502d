import { useAccess } from '../../chain/access.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import type { Reading } from '../../domain/reading.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import type { CheckedRows } from './checkRows.ts';
import { confirmReading } from './recordReadings.ts';

interface ImplausibleRowsProps {
  rows: CheckedRows['implausible'];
  onConfirmed: () => void;
}

/** Readings above the plausibility limit: an operator who knows that one is right confirms it, one at a time. */
export function ImplausibleRows({ rows, onConfirmed }: ImplausibleRowsProps) {
  const t = useT();
  const format = useFormat();
  const { isOperator } = useAccess();
  if (!isOperator) return <Notice tone="warn">{t('readings.boardMustConfirm')}</Notice>;
  return (
    <>
      <h3>{t('readings.toConfirm')}</h3>
      <p>{t('readings.toConfirmHint')}</p>
      <PagedTable
        caption={t('readings.toConfirm')}
        columns={[
          { header: t('readings.number'), cell: ({ connection }) => String(connection) },
          { header: t('readings.register'), cell: ({ register }) => format.energy(register), align: 'end' },
          { header: t('readings.sinceLast'), cell: ({ energy }) => format.energy(energy), align: 'end' },
          { header: t('readings.limit'), cell: ({ limit }) => format.energy(limit), align: 'end' },
          {
            header: t('readings.confirm'),
            cell: (row) => <ConfirmButton row={row} onConfirmed={onConfirmed} />,
          },
        ]}
        rows={rows}
        rowKey={({ line }) => line}
      />
    </>
  );
}

function ConfirmButton({ row, onConfirmed }: { row: Reading; onConfirmed: () => void }) {
  const t = useT();
  const transaction = useTransaction();
  return (
    <>
      <TransactionButton
        transaction={transaction}
        variant="secondary"
        request={() => confirmReading(row)}
        onDone={onConfirmed}
      >
        {t('readings.confirm')} <span className="visually-hidden">{String(row.connection)}</span>
      </TransactionButton>
      <TransactionStatus transaction={transaction} />
    </>
  );
}
