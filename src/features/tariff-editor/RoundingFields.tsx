import type { RoundingMode } from '../../domain/rounding.ts';
import { useT } from '../../messages/useMessages.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { RoundingDraft } from './draft.ts';
import styles from './Form.module.css';

interface RoundingFieldsProps {
  label: string;
  value: RoundingDraft;
  onValue: (value: RoundingDraft) => void;
  error: string | null;
}

const modes: readonly RoundingMode[] = ['halfUp', 'down', 'up'];

/** To what, and which way. */
export function RoundingFields({ label, value, onValue, error }: RoundingFieldsProps) {
  const t = useT();
  return (
    <div className={styles.fields}>
      <TextField
        label={label}
        hint={t('editor.roundHint')}
        optional
        inputMode="decimal"
        value={value.to}
        onValue={(to) => onValue({ ...value, to })}
        error={error}
      />
      {value.to && (
        <SelectField
          label={t('editor.roundMode', { what: label })}
          value={value.mode}
          onValue={(mode) => onValue({ ...value, mode })}
          options={modes.map((mode) => ({ value: mode, label: t(`editor.mode.${mode}`) }))}
        />
      )}
    </div>
  );
}
