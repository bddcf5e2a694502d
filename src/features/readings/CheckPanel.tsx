import type { ReadingFile } from '../../domain/readingFile.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Figures } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CheckedRows } from './checkRows.ts';
import { ImplausibleRows } from './ImplausibleRows.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { rowProblems } from './rowProblems.ts';

interface CheckPanelProps {
  file: ReadingFile;
  checked: CheckedRows;
  /** An implausible reading was confirmed. */
  onConfirmed: () => void;
}

/** What became of each row before anything is sent. */
export function CheckPanel({ file, checked, onConfirmed }: CheckPanelProps) {
  const t = useT();
  const format = useFormat();
  const problems = rowProblems(file, checked);
  return (
    <Panel title={t('readings.checked')}>
      <Figures
        items={[
          { label: t('readings.good'), value: format.count(checked.good.length), hint: t('readings.goodHint') },
          {
            label: t('readings.recorded'),
            value: format.count(checked.recorded.length),
            hint: t('readings.recordedHint'),
          },
          { label: t('readings.problems'), value: format.count(problems.length), hint: t('readings.problemsHint') },
        ]}
      />
      {problems.length > 0 && <ProblemTable problems={problems} />}
      {checked.implausible.length > 0 && <ImplausibleRows rows={checked.implausible} onConfirmed={onConfirmed} />}
    </Panel>
  );
}
