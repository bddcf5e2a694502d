import { useT } from '../../messages/useMessages.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { countingOf, type Use, withUse } from './changes.ts';
import type { ReferenceDraft, TariffDraft } from './draft.ts';
import styles from './Form.module.css';

interface ReferenceFieldsProps {
  legend: string;
  draft: TariffDraft;
  /** How many of the charges can be named: those above. */
  above: number;
  of: readonly ReferenceDraft[];
  onOf: (of: ReferenceDraft[]) => void;
  error: string | null;
}

const uses: readonly Use[] = ['out', 'added', 'subtracted'];

/** What a sum takes in. */
export function ReferenceFields({ legend, draft, above, of, onOf, error }: ReferenceFieldsProps) {
  const t = useT();
  const names = [
    ...draft.adjustments.map((id) => ({ to: id, label: id })),
    ...draft.charges
      .slice(0, above)
      .map(({ key, label, id }) => ({ to: key, label: label || id || t('editor.unnamed') })),
  ];
  return (
    <fieldset className={styles.group}>
      <legend>{legend}</legend>
      {names.length === 0 && <p>{t('editor.nothingAbove')}</p>}
      <div className={styles.fields}>
        {names.map(({ to, label }) => (
          <SelectField
            key={to}
            label={label}
            value={countingOf(of, to)}
            onValue={(use) => onOf(withUse(of, to, use))}
            options={uses.map((value) => ({ value, label: t(`editor.use.${value}`) }))}
          />
        ))}
      </div>
      <p className={styles.error} aria-live="polite">
        {error}
      </p>
    </fieldset>
  );
}
