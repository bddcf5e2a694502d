import { useState } from 'react';
import { agreementCode } from '../domain/agreement.ts';
import { readFigure } from '../domain/readFigure.ts';
import { useT } from '../messages/useMessages.ts';
import type { FieldProps } from './Field.tsx';
import { SelectField } from './SelectField.tsx';
import { TextField } from './TextField.tsx';

interface AgreementFieldProps extends Pick<FieldProps, 'label' | 'error'> {
  /** The contract's number; null while none is chosen, or the days are none. */
  onValue: (code: number | null) => void;
}

const months = ['1', '2', '3', '6', '12'] as const;

/** How often a bill is issued: one of the usual agreements, or any number of days. */
export function AgreementField({ label, error, onValue }: AgreementFieldProps) {
  const t = useT();
  const [choice, setChoice] = useState<(typeof months)[number] | 'days' | 'prepaid' | ''>('');
  const [days, setDays] = useState('');
  const count = readFigure(days, { decimals: 0, least: 1n, most: 511n });
  const choose = (next: typeof choice) => {
    setChoice(next);
    if (next === '') onValue(null);
    else if (next === 'days') onValue(count === null ? null : Number(count));
    else onValue(agreementCode(next === 'prepaid' ? { unit: 'prepaid' } : { unit: 'month', count: Number(next) }));
  };
  return (
    <>
      <SelectField
        label={label}
        value={choice}
        onValue={choose}
        error={choice === 'days' ? null : error}
        options={[
          { value: '', label: t('connections.choose') },
          ...months.map((value) => ({ value, label: t('connections.everyMonths', { count: Number(value) }) })),
          { value: 'days', label: t('connections.byDays') },
          { value: 'prepaid', label: t('connections.prepaid') },
        ]}
      />
      {choice === 'days' && (
        <TextField
          label={t('connections.days')}
          hint={t('connections.daysHint')}
          inputMode="numeric"
          value={days}
          onValue={(text) => {
            setDays(text);
            const typed = readFigure(text, { decimals: 0, least: 1n, most: 511n });
            onValue(typed === null ? null : Number(typed));
          }}
          error={error ?? (days !== '' && count === null ? t('connections.wrong.days') : null)}
        />
      )}
    </>
  );
}
