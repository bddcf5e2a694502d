import { useDeployment } from '../../chain/deployment.ts';
import { isoDateOfDay } from '../../domain/calendar.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { Panel } from '../../ui/Panel.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { StartForm, StartProblems } from './start.ts';
import type { PublishedCategory } from './usePublished.ts';

interface StartPanelProps {
  form: StartForm;
  published: readonly PublishedCategory[];
  earliest: number;
  problems: StartProblems;
  onChange: (form: StartForm) => void;
}

/** Which category the version is of, and from when on. */
export function StartPanel({ form, published, earliest, problems, onChange }: StartPanelProps) {
  const t = useT();
  const words = useWords();
  const format = useFormat();
  const { noticePeriod } = useDeployment().facts;
  const titleOf = ({ category, versions }: PublishedCategory) =>
    t('editor.categoryTitle', { category: String(category), title: versions.at(-1)?.tariff.title ?? '' });
  return (
    <Panel title={t('editor.start')}>
      <SelectField
        label={t('editor.categoryName')}
        hint={t('editor.categoryHint')}
        value={form.category}
        onValue={(category) => onChange({ ...form, category })}
        options={[
          ...published.map((one) => ({ value: String(one.category), label: titleOf(one) })),
          { value: '', label: t('editor.newCategory') },
        ]}
      />
      {form.category === '' && (
        <TextField
          label={t('editor.categoryNumber')}
          hint={t('editor.categoryNumberHint')}
          inputMode="numeric"
          value={form.newCategory}
          onValue={(newCategory) => onChange({ ...form, newCategory })}
          error={problems.newCategory ? words(problems.newCategory) : null}
        />
      )}
      <TextField
        label={t('editor.startDay')}
        hint={t('editor.earliest', { date: format.date(earliest), count: Math.ceil(noticePeriod / 86_400) })}
        type="date"
        min={isoDateOfDay(earliest)}
        value={form.date}
        onValue={(date) => onChange({ ...form, date })}
        error={problems.date ? words(problems.date) : null}
      />
    </Panel>
  );
}
