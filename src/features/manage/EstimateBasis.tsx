import type { EnergyBill } from '../../domain/estimate.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Table } from '../../ui/Table.tsx';

/** The bills an estimate goes by, and what they come to a day. */
export function EstimateBasis({ bills }: { bills: readonly EnergyBill[] }) {
  const t = useT();
  const format = useFormat();
  const days = bills.reduce((sum, bill) => sum + bill.toDay - bill.fromDay, 0);
  const energy = bills.reduce((sum, bill) => sum + bill.closing - bill.opening, 0n);
  return (
    <Table
      caption={t('manage.basis')}
      columns={[
        {
          header: t('manage.basis'),
          cell: ({ fromDay, toDay }) => format.period(fromDay, toDay),
          footer: t('manage.aDay', { energy: format.energy(energy / BigInt(days)) }),
        },
        {
          header: t('billing.days'),
          cell: ({ fromDay, toDay }) => format.count(toDay - fromDay),
          footer: format.count(days),
          align: 'end',
        },
        {
          header: t('billing.energy'),
          cell: ({ opening, closing }) => format.energy(closing - opening),
          footer: format.energy(energy),
          align: 'end',
        },
      ]}
      rows={bills}
      rowKey={({ fromDay }) => fromDay}
    />
  );
}
