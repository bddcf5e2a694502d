import type { Bill, Span } from '../../chain/history/entries.ts';
import type { SpanVerification } from '../../domain/verify.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ChargeDifferences } from './ChargeDifferences.tsx';
import { SpanDifferences } from './SpanDifferences.tsx';

interface VerificationNoticeProps {
  bill: Bill;
  span: Span | null;
  verification: SpanVerification;
}

/** Whether this page's own arithmetic comes to the bill on the chain; if not, where both part. */
export function VerificationNotice({ bill, span, verification }: VerificationNoticeProps) {
  const t = useT();
  const format = useFormat();
  const { matches, expected, difference, periods } = verification;
  if (matches) {
    return (
      <Notice tone="good" title={t('bill.matches')}>
        {t('bill.matchesHint', { amount: format.money(bill.amount) })}
      </Notice>
    );
  }
  const message = difference === 0n ? 'life.otherWay' : difference > 0n ? 'bill.tooMuch' : 'bill.tooLittle';
  return (
    <>
      <Notice tone="bad" title={t('bill.differs')}>
        {t(message, {
          amount: format.money(bill.amount),
          expected: format.money(expected.amount),
          difference: format.money(difference > 0n ? difference : -difference),
        })}
      </Notice>
      {span || periods.length > 1 ? (
        <SpanDifferences bill={bill} span={span} expected={expected} />
      ) : (
        <ChargeDifferences bill={bill} verification={verification} />
      )}
    </>
  );
}
