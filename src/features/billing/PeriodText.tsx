import { useFormat, useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { Ready } from './readiness.ts';

/** The days a bill will be over: how many agreed periods they are, and whether estimates are billed again. */
export function PeriodText({ ready }: { ready: Ready }) {
  const t = useT();
  const format = useFormat();
  const { billable, estimatedBills, isEstimated } = ready;
  const { fromDay, toDay, periods } = billable;
  return (
    <>
      {t('billing.fromTo', { from: format.date(fromDay), to: format.date(toDay - 1) })}{' '}
      {periods > 1 && <Badge tone="info">{t('billing.periods', { count: periods })}</Badge>}{' '}
      {isEstimated && <Badge tone="warn">{t('billing.estimated')}</Badge>}
      {!isEstimated && estimatedBills > 0 && <Badge tone="info">{t('billing.trueUp')}</Badge>}
    </>
  );
}
