import { useEffect, useRef, useState } from 'react';
import { formatDecimal } from '../../domain/decimal.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { CheckedRow } from './checkRows.ts';
import type { DraftRow } from './draft.ts';
import { RowDue } from './RowDue.tsx';
import styles from './RowFields.module.css';

interface RowFieldsProps {
  checked: CheckedRow;
  isLocked: boolean;
  /** Was just added: it is to be written into next. */
  isNew: boolean;
  onChange: (changes: Partial<DraftRow>) => void;
  onRemove: () => void;
  onEnter: () => void;
}

/** One row: number, amount, what is due there, and what is wrong with it once the user has gone on. */
export function RowFields({ checked, isLocked, isNew, onChange, onRemove, onEnter }: RowFieldsProps) {
  const t = useT();
  const words = useWords();
  const format = useFormat();
  const [isTyping, setTyping] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) first.current?.focus();
  }, [isNew]);
  const { row, line, amount, problem, state } = checked;
  const isFixed = isLocked || state === 'sent';
  const errorAt = (field: 'number' | 'amount') => (problem?.field === field && !isTyping ? words(problem.words) : null);
  const enter = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && !isFixed) onEnter();
  };
  return (
    <li className={styles.row}>
      <fieldset className={styles.fields} onFocus={() => setTyping(true)} onBlur={() => setTyping(false)}>
        <legend>{t('counter.row', { line: format.count(line) })}</legend>
        <TextField
          ref={first}
          label={t('counter.number')}
          inputMode="numeric"
          value={row.number}
          readOnly={isFixed}
          onValue={(number) => onChange({ number })}
          onKeyDown={enter}
          error={errorAt('number')}
        />
        <TextField
          label={t('counter.amount')}
          inputMode="decimal"
          before={format.money(0n).replace(/[\d.,\s]/g, '') || undefined}
          value={row.amount ?? (amount === null ? '' : formatDecimal(amount, 6, { keep: 2 }))}
          readOnly={isFixed}
          onValue={(text) => onChange({ amount: text })}
          onKeyDown={enter}
          error={errorAt('amount')}
        />
        {!isFixed && (
          <span className={styles.remove}>
            <Button variant="quiet" icon="close" onClick={onRemove}>
              <span className="visually-hidden">{t('counter.remove', { line: format.count(line) })}</span>
            </Button>
          </span>
        )}
      </fieldset>
      <RowDue
        checked={checked}
        onDue={isFixed || problem?.field === 'number' || row.amount === null ? null : () => onChange({ amount: null })}
      />
    </li>
  );
}
