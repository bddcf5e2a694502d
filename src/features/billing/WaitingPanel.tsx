import { Link } from 'wouter';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { Waiting } from './readiness.ts';

/** Connections that can't be billed now, and what they wait for. */
export function WaitingPanel({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useT();
  const format = useFormat();
  const unread = waiting.filter(({ billable }) => billable.reason === 'nothingToBill');
  const early = waiting.filter(({ billable }) => billable.reason === 'periodNotOver');
  return (
    <Panel title={t('billing.notReady', { count: waiting.length })}>
      {unread.length > 0 && (
        <Disclosure title={t('billing.unread', { count: unread.length })}>
          <PagedTable
            caption={t('billing.unread', { count: unread.length })}
            columns={[
              {
                header: t('billing.connection'),
                cell: ({ number }) => <Link href={paths.connection(number)}>{String(number)}</Link>,
              },
              { header: t('billing.billedUpTo'), cell: ({ billedDay }) => <DateText day={billedDay - 1} /> },
              { header: t('billing.readOn'), cell: ({ billable }) => <DateText day={billable.readDay} /> },
              {
                header: t('billing.toDo'),
                cell: ({ number }) => <Link href={paths.readingOf(number)}>{t('billing.enterReading')}</Link>,
                align: 'end',
              },
            ]}
            rows={unread}
            rowKey={({ number }) => String(number)}
          />
        </Disclosure>
      )}
      {early.length > 0 && (
        <Disclosure title={t('billing.early', { count: early.length })}>
          <PagedTable
            caption={t('billing.early', { count: early.length })}
            columns={[
              {
                header: t('billing.connection'),
                cell: ({ number }) => <Link href={paths.connection(number)}>{String(number)}</Link>,
              },
              { header: t('billing.billedUpTo'), cell: ({ billedDay }) => <DateText day={billedDay - 1} /> },
              { header: t('billing.readOn'), cell: ({ billable }) => <DateText day={billable.readDay} /> },
              {
                header: t('billing.earliest'),
                cell: ({ billable }) => (billable.reason === 'periodNotOver' ? format.date(billable.earliestDay) : ''),
                align: 'end',
              },
            ]}
            rows={early}
            rowKey={({ number }) => String(number)}
          />
        </Disclosure>
      )}
    </Panel>
  );
}
