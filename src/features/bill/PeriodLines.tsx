import type { SpanVerification } from '../../domain/verify.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { BillLines } from '../../ui/tariff/BillLines.tsx';

/** The lines of every period that was billed by itself, those of the first in sight. @param isWhole The only period is the bill. */
export function PeriodLines({ verification, isWhole }: { verification: SpanVerification; isWhole: boolean }) {
  const t = useT();
  const format = useFormat();
  const { periods, matches } = verification;
  return periods.map(({ period: { fromDay, toDay }, bill }, index) => {
    const title = t('life.linesOf', { period: format.period(fromDay, toDay) });
    if (isWhole) {
      const total = t(matches ? 'bill.total' : 'bill.computedTotal');
      return <BillLines key={fromDay} bill={bill} caption={t('bill.lines')} total={total} />;
    }
    return index === 0 ? (
      <div key={fromDay}>
        <h3>{title}</h3>
        <BillLines bill={bill} caption={title} total={t('life.periodTotal')} />
      </div>
    ) : (
      <Disclosure key={fromDay} title={title}>
        <BillLines bill={bill} caption={title} total={t('life.periodTotal')} />
      </Disclosure>
    );
  });
}
