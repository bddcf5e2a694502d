import { useState } from 'react';
import { useAllConnections } from '../../chain/reads/connections.ts';
import { toCsv } from '../../domain/csv.ts';
import { NoTableError, parseCsv } from '../../domain/parseCsv.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';

interface SourcePanelProps {
  onRows: (rows: readonly (readonly string[])[], name: string | null) => void;
}

type Problem = { of: 'file' | 'text'; key: MessageKey };

/** Many readings: a file, or what is copied from a spreadsheet. */
export function SourcePanel({ onRows }: SourcePanelProps) {
  const t = useT();
  const { data: connections } = useAllConnections();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = async (of: Problem['of'], text: Promise<string> | string, name: string | null) => {
    try {
      onRows(await parseCsv(await text), name);
      setProblem(null);
    } catch (error) {
      setProblem({
        of,
        key: error instanceof NoTableError ? `readings.noTable.${error.reason}` : 'readings.unreadable',
      });
    }
  };
  const problemOf = (of: Problem['of']) => (problem?.of === of ? t(problem.key) : null);
  return (
    <Panel title={t('readings.many')}>
      <FileField
        label={t('readings.file')}
        hint={t('readings.fileHint')}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onFile={(file) => load('file', file.text(), file.name)}
        error={problemOf('file')}
      />
      <Disclosure title={t('readings.paste')}>
        <Stack>
          <TextAreaField
            label={t('readings.rows')}
            hint={t('readings.rowsHint')}
            placeholder={'102000014330, 8812.5, 2025-12-01\n102000014348, 6201, 01-12-2025 18:30'}
            value={text}
            onValue={setText}
            error={problemOf('text')}
          />
          <div>
            <Button variant="secondary" onClick={() => load('text', text, null)}>
              {t('readings.check')}
            </Button>
          </div>
        </Stack>
      </Disclosure>
      {connections && connections.length > 0 && (
        <div>
          <DownloadButton
            name="readings.csv"
            type="text/csv"
            variant="quiet"
            text={() =>
              toCsv(
                ['consumer_number', 'register_kwh', 'read_at'],
                connections.map(({ number }) => [String(number), '', '']),
              )
            }
          >
            {t('readings.template')}
          </DownloadButton>
        </div>
      )}
    </Panel>
  );
}
