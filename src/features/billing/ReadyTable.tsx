import { Link } from 'wouter';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { PeriodText } from './PeriodText.tsx';
import type { Ready } from './readiness.ts';

/** What each bill will be for. */
export function ReadyTable({ ready, titleOf }: { ready: readonly Ready[]; titleOf: (category: number) => string }) {
  const t = useT();
  const format = useFormat();
  return (
    <Disclosure title={t('billing.which')}>
      <PagedTable
        caption={t('billing.which')}
        columns={[
          {
            header: t('billing.connection'),
            cell: ({ number }) => <Link href={paths.connection(number)}>{String(number)}</Link>,
          },
          { header: t('billing.tariff'), cell: ({ category }) => titleOf(category) },
          {
            header: t('billing.period'),
            cell: (row) => <PeriodText ready={row} />,
          },
          {
            header: t('billing.days'),
            cell: ({ billable: { fromDay, toDay } }) => format.count(toDay - fromDay),
            align: 'end',
          },
          { header: t('billing.energy'), cell: ({ billable }) => format.energy(billable.energy), align: 'end' },
        ]}
        rows={ready}
        rowKey={({ number }) => String(number)}
      />
    </Disclosure>
  );
}
