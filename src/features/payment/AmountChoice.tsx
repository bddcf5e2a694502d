import type { Debt } from '../../chain/history/debts.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';

export type Choice = 'all' | 'oldest' | 'other';

interface AmountChoiceProps {
  value: Choice;
  onValue: (choice: Choice) => void;
  /** All that is owed, millionths of the currency. */
  owed: bigint;
  /** Bills that are not paid, the oldest first. */
  open: readonly { bill: Debt; open: bigint }[];
}

/** All of it, the oldest of several bills, or any amount. */
export function AmountChoice({ value, onValue, owed, open: [oldest, ...newer] }: AmountChoiceProps) {
  const t = useT();
  return (
    <ChoiceField
      label={t('payment.choose')}
      value={value}
      onValue={onValue}
      options={[
        { value: 'all', label: t('payment.all'), detail: <Amount value={owed} /> },
        ...(oldest && newer.length > 0
          ? [
              {
                value: 'oldest' as const,
                label: t('payment.oldest', { bill: t('bill.title', { number: String(oldest.bill.number) }) }),
                detail: <Amount value={oldest.open} />,
              },
            ]
          : []),
        { value: 'other', label: t('payment.other') },
      ]}
    />
  );
}
