import { useState } from 'react';
import { TariffError } from '../../domain/tariff/errors.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { parseTariffText } from '../../domain/tariff/parse.ts';
import { serializeTariff } from '../../domain/tariff/serialize.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { FileField } from '../../ui/FileField.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';

interface SourcePanelProps {
  inForce: Tariff | undefined;
  /** What the form says now, to be taken along. */
  file: Record<string, unknown>;
  onTariff: (tariff: Tariff) => void;
}

/** A tariff/1 file fills the form; the form can be saved as one. A file with a mistake changes nothing. */
export function SourcePanel({ inForce, file, onTariff }: SourcePanelProps) {
  const t = useT();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<TariffError | null>(null);
  const take = (text: string) => {
    setText(text);
    try {
      onTariff(parseTariffText(text));
      setProblem(null);
    } catch (error) {
      if (!(error instanceof TariffError)) throw error;
      setProblem(error);
    }
  };
  return (
    <Panel title={t('editor.file')}>
      <FileField
        label={t('editor.chooseFile')}
        hint={t('editor.fileHint')}
        accept=".json,application/json"
        onFile={async (chosen) => take(await chosen.text())}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Disclosure title={t('editor.paste')}>
        <Stack>
          <TextAreaField label={t('editor.fileText')} value={text} onValue={setText} />
          <div>
            <Button variant="secondary" onClick={() => take(text)}>
              {t('editor.takeOver')}
            </Button>
          </div>
        </Stack>
      </Disclosure>
      <Row>
        {inForce && (
          <Button variant="secondary" onClick={() => take(JSON.stringify(serializeTariff(inForce), null, 2))}>
            {t('editor.takeInForce')}
          </Button>
        )}
        <DownloadButton
          name={`${typeof file.id === 'string' && file.id ? file.id : 'tariff'}.json`}
          type="application/json"
          variant="quiet"
          text={() => `${JSON.stringify(file, null, 2)}\n`}
        >
          {t('editor.save')}
        </DownloadButton>
      </Row>
    </Panel>
  );
}

function ProblemNotice({ problem: { field, value, expected } }: { problem: TariffError }) {
  const t = useT();
  const shown = JSON.stringify(value) ?? '–';
  return (
    <Notice tone="bad" title={field ? t('editor.fieldWrong') : t('editor.fileWrong')}>
      {field && (
        <>
          <code>{field}</code>: <code>{shown.length > 80 ? `${shown.slice(0, 79)}…` : shown}</code>
          <br />
        </>
      )}
      {t('editor.expectedPhrase')} <span lang="en">{expected}</span>
    </Notice>
  );
}
