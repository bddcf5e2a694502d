import { useState } from 'react';
import { NoTableError, parseCsv } from '../../domain/parseCsv.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';
import { type Draft, withRows } from './draft.ts';
import { rowsOfTable } from './rowsOfTable.ts';

/** Rows from a file or a spreadsheet, added to those that are there. */
export function ImportPanel({ change }: { change: (next: (draft: Draft) => Draft) => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<{ of: 'file' | 'text'; key: MessageKey } | null>(null);
  const load = async (of: 'file' | 'text', content: Promise<string> | string) => {
    try {
      const rows = rowsOfTable(await parseCsv(await content));
      if (rows.length === 0) throw new NoTableError('empty');
      change((draft) => withRows(draft, rows));
      setText('');
      setProblem(null);
    } catch (error) {
      setProblem({ of, key: error instanceof NoTableError ? `counter.noTable.${error.reason}` : 'counter.unreadable' });
    }
  };
  const problemOf = (of: 'file' | 'text') => (problem?.of === of ? t(problem.key) : null);
  return (
    <Panel title={t('counter.import')}>
      <FileField
        label={t('counter.file')}
        hint={t('counter.fileHint')}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onFile={(file) => load('file', file.text())}
        error={problemOf('file')}
      />
      <Disclosure title={t('counter.paste')}>
        <Stack>
          <TextAreaField
            label={t('counter.pasted')}
            hint={t('counter.pastedHint')}
            placeholder={'102000014330, 500\n102000014348'}
            value={text}
            onValue={setText}
            error={problemOf('text')}
          />
          <div>
            <Button variant="secondary" onClick={() => load('text', text)}>
              {t('counter.addPasted')}
            </Button>
          </div>
        </Stack>
      </Disclosure>
    </Panel>
  );
}
