import { toCsv } from '../../domain/csv.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import type { RowProblem } from './rowProblems.ts';

/** Every row that is not sent, with what would be right; the list can be taken along. */
export function ProblemTable({ problems }: { problems: readonly RowProblem[] }) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const show = (value: RowProblem['value']) =>
    typeof value === 'string' ? value : format[value.as](BigInt(value.value));
  const csv = () =>
    toCsv(
      ['line', 'field', 'value', 'problem'],
      problems.map((problem) => [String(problem.line), problem.field, show(problem.value), words(problem.words)]),
    );
  return (
    <>
      <PagedTable
        caption={t('readings.problems')}
        columns={[
          { header: t('readings.line'), cell: ({ line }) => t('readings.atLine', { line: format.count(line) }) },
          { header: t('readings.fieldName'), cell: ({ field }) => t(`readings.field.${field}`) },
          { header: t('readings.valueName'), cell: ({ value }) => show(value) || t('readings.empty') },
          { header: t('readings.whatIsRight'), cell: (problem) => words(problem.words) },
        ]}
        rows={problems}
        rowKey={({ line, field, words: { key } }) => `${line} ${field} ${key}`}
      />
      <div>
        <DownloadButton name="reading-problems.csv" type="text/csv" text={csv}>
          {t('readings.downloadProblems')}
        </DownloadButton>
      </div>
    </>
  );
}
