import { useState } from 'react';
import { DecimalError, formatDecimal, parseDecimal } from '../domain/decimal.ts';
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
  const typed = read(text);
  // The amount was set from outside: by a button such as "all of it", or to nothing when it was sent.
  const shown = value !== typed.value ? write(value) : text;
  return (
    <TextField
      {...field}
      error={typed.problem && shown === text ? t(typed.problem) : error}
      inputMode="decimal"
      before={format.money(0n).replace(/[\d.,\s]/g, '') || undefined}
      value={shown}
      onValue={(next) => {
        setText(next);
        onValue(read(next).value);
      }}
    />
  );
}

function read(text: string): { value: bigint | null; problem?: 'common.notAnAmount' | 'common.tooManyDecimals' } {
  const plain = text.replace(/[,\s]/g, '');
  if (plain === '') return { value: null };
  if (plain.startsWith('-')) return { value: null, problem: 'common.notAnAmount' };
  try {
    return { value: parseDecimal(plain, 6) };
  } catch (error) {
    const tooFine = error instanceof DecimalError && error.reason === 'tooManyDecimals';
    return { value: null, problem: tooFine ? 'common.tooManyDecimals' : 'common.notAnAmount' };
  }
}

function write(value: bigint | null): string {
  return value === null ? '' : formatDecimal(value, 6, { keep: 2 });
}
