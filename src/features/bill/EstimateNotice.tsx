import { Link } from 'wouter';
import type { Bill } from '../../chain/history/entries.ts';
import { checkEstimate, estimateBasis } from '../../domain/estimate.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { BillContext } from './billContext.ts';

interface EstimateNoticeProps {
  connection: bigint;
  bill: Bill;
  context: BillContext;
}

/** Holds a bill on an estimate against the bills on readings before it, and says what becomes or became of it. */
export function EstimateNotice({ connection, bill, context: { before, replacedBy } }: EstimateNoticeProps) {
  const t = useT();
  const format = useFormat();
  const check = checkEstimate(bill, before);
  const count = estimateBasis(before).length;
  const energy = format.energy(bill.closing - bill.opening);
  const isMore = check !== null && check.difference > 0n;
  return (
    <Notice tone={check?.matches ? 'good' : 'warn'} title={t('life.estimated')}>
      {check === null && t('life.noBasis')}
      {check?.matches && t('life.estimateMatches', { energy, count })}
      {check &&
        !check.matches &&
        t(isMore ? 'life.estimateMore' : 'life.estimateLess', {
          energy,
          count,
          expected: format.energy(check.expected),
          difference: format.energy(isMore ? check.difference : -check.difference),
        })}{' '}
      {t('life.estimateNext')}{' '}
      {replacedBy !== null && (
        <>
          {t('life.estimateReplaced')}{' '}
          <Link href={paths.bill(connection, replacedBy)}>{t('bill.title', { number: String(replacedBy) })}</Link>
        </>
      )}
    </Notice>
  );
}
