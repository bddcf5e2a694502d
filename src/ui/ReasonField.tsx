import { readReason } from '../domain/reason.ts';
import { useT } from '../messages/useMessages.ts';
import { TextField } from './TextField.tsx';

interface ReasonFieldProps {
  value: string;
  onValue: (value: string) => void;
  /** It was tried to send it: a missing one is told then. */
  isTried: boolean;
}

/** The board's words for what it does, as they go to the chain. */
export function ReasonField({ value, onValue, isTried }: ReasonFieldProps) {
  const t = useT();
  const isWrong = readReason(value) === null && (isTried || value.trim() !== '');
  return (
    <TextField
      label={t('bill.creditReason')}
      hint={t('bill.creditReasonHint')}
      value={value}
      onValue={onValue}
      error={isWrong ? t('bill.creditReasonWrong') : null}
    />
  );
}
