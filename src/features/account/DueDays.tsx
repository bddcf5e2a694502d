import { useFormat, useT } from '../../messages/useMessages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Dues } from './dues.ts';

/** Since when and until when what is owed is due. */
export function DueDays({ dues: { overdue, upcoming, isComplete } }: { dues: Dues }) {
  const t = useT();
  const format = useFormat();
  if (!isComplete) return <Skeleton lines={1} />;
  return (
    <>
      {overdue && (
        <Notice tone="bad">
          {t('connection.overdue', {
            bills: overdue.bills,
            amount: format.money(overdue.amount),
            date: format.date(overdue.since),
          })}
        </Notice>
      )}
      {upcoming.map(({ day, amount }) => (
        <p key={day}>
          {overdue || upcoming.length > 1
            ? t('connection.amountDueBy', { amount: format.money(amount), date: format.date(day) })
            : t('connection.dueBy', { date: format.date(day) })}
        </p>
      ))}
    </>
  );
}
