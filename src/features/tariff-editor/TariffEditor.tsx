import { useMemo, useRef, useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { isoDateOfDay } from '../../domain/calendar.ts';
import { TariffError } from '../../domain/tariff/errors.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { parseTariff } from '../../domain/tariff/parse.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { newDraft, type TariffDraft } from './draft.ts';
import { draftOf } from './draftOf.ts';
import styles from './Form.module.css';
import { fileOf } from './fileOf.ts';
import { missingFields } from './missingFields.ts';
import { PreviewPanel } from './PreviewPanel.tsx';
import { PublishPanel } from './PublishPanel.tsx';
import { SourcePanel } from './SourcePanel.tsx';
import { StartPanel } from './StartPanel.tsx';
import { readStart, type StartForm } from './start.ts';
import { TariffForm } from './TariffForm.tsx';
import { type PublishedCategory, versionInForce } from './usePublished.ts';

interface TariffEditorProps {
  first: number | undefined;
  earliest: number;
  published: readonly PublishedCategory[];
}

/** What is wrong at a field, after the first try; `expected` says what would be right. */
export type ProblemAt = (field: string, expected: MessageKey) => string | null;

/** A tariff from its file or its form to its preview and on to the chain. */
export function TariffEditor({ first, earliest, published }: TariffEditorProps) {
  const t = useT();
  const { currency } = useDeployment().facts;
  const { today } = useChainTime();
  const find = (category: string) => published.find((one) => String(one.category) === category);
  const [start, setStart] = useState<StartForm>(() => ({
    category: find(String(first)) ? String(first) : '',
    newCategory: String(Math.max(0, ...published.map(({ category }) => category)) + 1),
    date: isoDateOfDay(earliest),
  }));
  const chosen = find(start.category);
  const inForce = chosen && versionInForce(chosen, today);
  const [draft, setDraft] = useState<TariffDraft>(() => (inForce ? draftOf(inForce.tariff) : newDraft(currency)));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLDivElement>(null);

  const parsed = useMemo(() => parse(draft), [draft]);
  const place = readStart(start, {
    earliest,
    lastStart: chosen?.versions.at(-1)?.startDay ?? null,
    taken: published.map(({ category }) => category),
  });
  const wrong = 'error' in parsed ? [...missingFields(draft), parsed.error.field] : [];
  const problemAt: ProblemAt = (field, expected) => {
    return isTried && wrong.some((found) => isWithin(found, field)) ? t(expected) : null;
  };
  const showProblems = () => {
    setTried(true);
    // The fields know of their problems only after the next render.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  return (
    <Columns>
      <div ref={form}>
        <Stack>
          <StartPanel
            form={start}
            published={published}
            earliest={earliest}
            problems={'problems' in place ? place.problems : {}}
            onChange={setStart}
          />
          <SourcePanel
            inForce={inForce?.tariff}
            file={fileOf(draft)}
            onTariff={(tariff) => {
              setDraft(draftOf(tariff));
              setTried(true);
            }}
          />
          <TariffForm draft={draft} onDraft={setDraft} problemAt={problemAt} />
        </Stack>
      </div>
      <div className={styles.beside}>
        <Stack>
          <PreviewPanel
            tariff={'tariff' in parsed ? parsed.tariff : null}
            problem={wrong[0] ?? null}
            inForce={inForce?.tariff}
            startDay={'start' in place ? place.start.startDay : earliest}
          >
            {(hasAgreed) => (
              <PublishPanel
                tariff={'tariff' in parsed ? parsed.tariff : null}
                start={'start' in place ? place.start : null}
                hasAgreed={hasAgreed}
                onTried={showProblems}
              />
            )}
          </PreviewPanel>
        </Stack>
      </div>
    </Columns>
  );
}

function parse(draft: TariffDraft): { tariff: Tariff } | { error: TariffError } {
  try {
    return { tariff: parseTariff(fileOf(draft)) };
  } catch (error) {
    if (error instanceof TariffError) return { error };
    throw error;
  }
}

/** Whether a field is the one named or lies within it: `charges[0].of[1]` is within `charges[0].of`. */
function isWithin(field: string, named: string): boolean {
  return field === named || field.startsWith(`${named}[`) || field.startsWith(`${named}.`);
}
