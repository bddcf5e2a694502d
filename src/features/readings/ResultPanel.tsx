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
import type { RowResult } from './results.ts';

/** What became of each row that was sent; the list can be taken along. */
export function ResultPanel({ results, isOver }: { results: readonly RowResult[]; isOver: boolean }) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const refused = results.filter(({ problem }) => problem).length;
  const billed = results.filter(({ bill }) => bill).length;
  const csv = () =>
    toCsv(
      ['line', 'consumer_number', 'register_kwh', 'result', 'bill', 'amount', 'due', 'problem'],
      results.map(({ row, problem, bill, billProblem }) => [
        String(row.line),
        String(row.connection),
        formatDecimal(row.register, 3, { keep: 0 }),
        problem ? 'refused' : bill ? 'recorded and billed' : 'recorded',
        bill ? String(bill.number) : '',
        bill ? formatDecimal(bill.amount, 6, { keep: 2 }) : '',
        bill ? isoDateOfDay(bill.dueDay) : '',
        [problem, billProblem].map((one) => (one ? words(one) : '')).join(''),
      ]),
    );
  return (
    <>
      {isOver && (
        <Notice tone={refused > 0 ? 'warn' : 'good'} title={t('readings.done')}>
          {t('readings.doneCount', { recorded: results.length - refused, billed, refused })}
        </Notice>
      )}
      <PagedTable
        caption={t('readings.results')}
        columns={[
          {
            header: t('readings.number'),
            cell: ({ row }) => <Link href={paths.connection(row.connection)}>{String(row.connection)}</Link>,
          },
          { header: t('readings.line'), cell: ({ row }) => format.count(row.line), align: 'end' },
          { header: t('readings.register'), cell: ({ row }) => format.energy(row.register), align: 'end' },
          {
            header: t('readings.result'),
            cell: ({ problem, billProblem }) =>
              problem ? (
                <>
                  <Badge tone="bad">{t('readings.wasRefused')}</Badge> {words(problem)}
                </>
              ) : (
                <>
                  <Badge tone="good">{t('readings.wasRecorded')}</Badge> {billProblem && words(billProblem)}
                </>
              ),
          },
          {
            header: t('readings.bill'),
            cell: ({ row, bill }) =>
              bill ? <Link href={paths.bill(row.connection, bill.number)}>{format.money(bill.amount)}</Link> : '–',
            align: 'end',
          },
        ]}
        rows={results}
        rowKey={({ row }) => row.line}
      />
      <div>
        <DownloadButton name="reading-results.csv" type="text/csv" text={csv}>
          {t('readings.downloadResults')}
        </DownloadButton>
      </div>
    </>
  );
}
