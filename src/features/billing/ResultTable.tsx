import { Link } from 'wouter';
import { isoDateOfDay } from '../../domain/calendar.ts';
import { toCsv } from '../../domain/csv.ts';
import { formatDecimal } from '../../domain/decimal.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import type { BillResult } from './results.ts';

/** What became of each connection; refused ones first. The list can be taken along. */
export function ResultTable({ results, isOver }: { results: readonly BillResult[]; isOver: boolean }) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const refused = results.filter(({ bill }) => !bill);
  const issued = results.filter(({ bill }) => bill);
  const amount = issued.reduce((sum, { bill }) => sum + (bill?.amount ?? 0n), 0n);
  const csv = () =>
    toCsv(
      ['consumer_number', 'bill', 'amount', 'due', 'problem'],
      results.map(({ connection, bill, problem }) => [
        String(connection),
        bill ? String(bill.number) : '',
        bill ? formatDecimal(bill.amount, 6, { keep: 2 }) : '',
        bill ? isoDateOfDay(bill.dueDay) : '',
        problem ? words(problem) : '',
      ]),
    );
  return (
    <>
      {isOver && (
        <Notice tone={refused.length > 0 ? 'warn' : 'good'} title={t('billing.done')}>
          {t('billing.doneCount', { issued: issued.length, amount: format.money(amount), refused: refused.length })}
        </Notice>
      )}
      <PagedTable
        caption={t('billing.results')}
        columns={[
          {
            header: t('billing.connection'),
            cell: ({ connection }) => <Link href={paths.connection(connection)}>{String(connection)}</Link>,
          },
          {
            header: t('billing.bill'),
            cell: ({ connection, bill, problem }) =>
              bill ? (
                <Link href={paths.bill(connection, bill.number)}>
                  {t('billing.billNumber', { number: String(bill.number) })}
                </Link>
              ) : (
                <>
                  <Badge tone="bad">{t('billing.refused')}</Badge> {problem && words(problem)}
                </>
              ),
          },
          { header: t('billing.due'), cell: ({ bill }) => (bill ? format.date(bill.dueDay) : '–'), align: 'end' },
          { header: t('billing.amount'), cell: ({ bill }) => (bill ? format.money(bill.amount) : '–'), align: 'end' },
        ]}
        rows={[...refused, ...issued]}
        rowKey={({ connection }) => String(connection)}
      />
      <div>
        <DownloadButton name="bills.csv" type="text/csv" text={csv}>
          {t('billing.download')}
        </DownloadButton>
      </div>
    </>
  );
}
