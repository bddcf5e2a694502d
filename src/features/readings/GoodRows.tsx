import { useFormat, useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import type { CheckedRows } from './checkRows.ts';

/** The readings that will be sent, each with the energy since the one before. */
export function GoodRows({ rows }: { rows: CheckedRows['good'] }) {
  const t = useT();
  const format = useFormat();
  const energy = rows.reduce((sum, row) => sum + row.energy, 0n);
  return (
    <Disclosure title={t('readings.toSend', { count: rows.length, energy: format.energy(energy) })}>
      <PagedTable
        caption={t('readings.toSendRows')}
        columns={[
          { header: t('readings.number'), cell: ({ connection }) => String(connection) },
          { header: t('readings.line'), cell: ({ line }) => format.count(line), align: 'end' },
          { header: t('readings.readAt'), cell: ({ readAt }) => <TimeText seconds={readAt} /> },
          { header: t('readings.register'), cell: ({ register }) => format.energy(register), align: 'end' },
          { header: t('readings.sinceLast'), cell: (row) => format.energy(row.energy), align: 'end' },
        ]}
        rows={rows}
        rowKey={({ line }) => line}
      />
    </Disclosure>
  );
}
