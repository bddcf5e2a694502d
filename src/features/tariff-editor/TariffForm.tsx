import { BASES } from '../../domain/tariff/model.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ChargeEditor } from './ChargeEditor.tsx';
import { addCharge, slugOf } from './changes.ts';
import type { TariffDraft } from './draft.ts';
import styles from './Form.module.css';
import { ReferenceFields } from './ReferenceFields.tsx';
import { RoundingFields } from './RoundingFields.tsx';
import type { ProblemAt } from './TariffEditor.tsx';

interface TariffFormProps {
  draft: TariffDraft;
  onDraft: (draft: TariffDraft) => void;
  problemAt: ProblemAt;
}

/** The tariff itself: its name, its charges in their order, what the total takes in. */
export function TariffForm({ draft, onDraft, problemAt }: TariffFormProps) {
  const t = useT();
  const set = (changes: Partial<TariffDraft>) => onDraft({ ...draft, ...changes });
  const setTitle = (title: string) => {
    // The id follows the title until it is given one of its own.
    const follows = draft.id === slugOf(draft.title);
    set({ title, id: follows ? slugOf(title) : draft.id });
  };
  return (
    <>
      <Panel title={t('editor.about')}>
        <div className={styles.fields}>
          <TextField
            label={t('editor.title')}
            hint={t('editor.titleHint')}
            value={draft.title}
            onValue={setTitle}
            error={problemAt('title', 'editor.expected.text')}
          />
          <TextField
            label={t('editor.id')}
            hint={t('editor.idHint')}
            spellCheck={false}
            value={draft.id}
            onValue={(id) => set({ id })}
            error={problemAt('id', 'editor.expected.slug')}
          />
          <TextField
            label={t('tariff.source')}
            hint={t('editor.sourceHint')}
            optional
            value={draft.source}
            onValue={(source) => set({ source })}
          />
          <TextField
            label={t('editor.currency')}
            hint={t('editor.currencyHint')}
            spellCheck={false}
            value={draft.currency}
            onValue={(currency) => set({ currency })}
            error={problemAt('currency', 'editor.expected.currency')}
          />
          <SelectField
            label={t('editor.basis')}
            hint={t(`tariff.basis.${draft.basis}`)}
            value={draft.basis}
            onValue={(basis) => set({ basis })}
            options={BASES.map((value) => ({ value, label: t(`editor.basis.${value}`) }))}
          />
          <TextField
            label={t('editor.dueDays')}
            hint={t('editor.dueDaysHint')}
            inputMode="numeric"
            value={draft.dueDays}
            onValue={(dueDays) => set({ dueDays })}
            error={problemAt('dueDays', 'editor.expected.days')}
          />
          <TextField
            label={t('tariff.lateSurcharge')}
            hint={t('editor.lateHint')}
            optional
            inputMode="decimal"
            after="%"
            value={draft.latePercent}
            onValue={(latePercent) => set({ latePercent })}
            error={problemAt('lateSurcharge.percentPerMonth', 'editor.expected.percent')}
          />
          {draft.latePercent && (
            <RoundingFields
              label={t('editor.lateRounded')}
              value={draft.lateRound}
              onValue={(lateRound) => set({ lateRound })}
              error={problemAt('lateSurcharge.round', 'editor.expected.step')}
            />
          )}
        </div>
      </Panel>
      <Panel title={t('tariff.charges')}>
        <p>{t('editor.chargesHint')}</p>
        <Stack>
          {draft.charges.map((charge, index) => (
            <ChargeEditor
              key={charge.key}
              draft={draft}
              index={index}
              charge={charge}
              onDraft={onDraft}
              problemAt={problemAt}
            />
          ))}
        </Stack>
        <div>
          <Button variant="secondary" onClick={() => onDraft(addCharge(draft))}>
            {t('editor.addCharge')}
          </Button>
        </div>
      </Panel>
      <Panel title={t('tariff.total')}>
        <ReferenceFields
          legend={t('editor.totalOf')}
          draft={draft}
          above={draft.charges.length}
          of={draft.totalOf}
          onOf={(totalOf) => set({ totalOf })}
          error={problemAt('total.of', 'editor.expected.of')}
        />
        <RoundingFields
          label={t('editor.totalRounded')}
          value={draft.totalRound}
          onValue={(totalRound) => set({ totalRound })}
          error={problemAt('total.round', 'editor.expected.step')}
        />
      </Panel>
    </>
  );
}
