import { useState } from 'react';
import { parseAmount } from '../domain/amount.ts';
import { formatDecimal } from '../domain/decimal.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import type { FieldProps } from './Field.tsx';
import { TextField } from './TextField.tsx';

interface MoneyFieldProps extends FieldProps {
  /** Millionths of the currency; null while the text is empty or no amount. */
  value: bigint | null;
  onValue: (value: bigint | null) => void;
}

/** An amount as people type it, with or without commas. It says itself what is wrong with a text that is no amount. */
export function MoneyField({ value, onValue, error, ...field }: MoneyFieldProps) {
  const t = useT();
  const format = useFormat();
  const [text, setText] = useState(() => write(value));
  const typed = parseAmount(text);
  const problem = typed.problem !== 'missing' && typed.problem;
  // The amount was set from outside: by a button such as "all of it", or to nothing when it was sent.
  const shown = value !== typed.value ? write(value) : text;
  return (
    <TextField
      {...field}
      error={problem && shown === text ? t(`common.${problem}`) : error}
      inputMode="decimal"
      before={format.money(0n).replace(/[\d.,\s]/g, '') || undefined}
      value={shown}
      onValue={(next) => {
        setText(next);
        onValue(parseAmount(next).value);
      }}
    />
  );
}

function write(value: bigint | null): string {
  return value === null ? '' : formatDecimal(value, 6, { keep: 2 });
}
