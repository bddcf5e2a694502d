import { useMemo } from 'react';
import type { Bill } from '../../chain/history/entries.ts';
import type { TariffVersion } from '../../domain/tariff/usage.ts';
import { useT } from '../../messages/useMessages.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { BillContext } from './billContext.ts';
import { EstimateNotice } from './EstimateNotice.tsx';
import { PeriodLines } from './PeriodLines.tsx';
import { SpanSums } from './SpanSums.tsx';
import { VerificationNotice } from './VerificationNotice.tsx';
import { verify } from './verification.ts';

interface BillComputationProps {
  connection: bigint;
  bill: Bill;
  context: BillContext;
  versions: readonly TariffVersion[];
}

/** The bill computed again on the spot: its lines, and whether it is the one on the chain. */
export function BillComputation({ connection, bill, context, versions }: BillComputationProps) {
  const t = useT();
  const outcome = useMemo(() => verify(bill, context, versions), [bill, context, versions]);
  if ('problem' in outcome) {
    return (
      <Notice tone="bad" title={t('bill.differs')}>
        {t('bill.noAnswer', { reason: outcome.problem })}
      </Notice>
    );
  }
  const { verification } = outcome;
  const isSpan = verification.periods.length > 1 || context.estimates.length > 0;
  return (
    <>
      <VerificationNotice bill={bill} span={context.span} verification={verification} />
      {bill.kind === 'estimated' && <EstimateNotice connection={connection} bill={bill} context={context} />}
      {isSpan && <SpanSums connection={connection} estimates={context.estimates} verification={verification} />}
      <PeriodLines verification={verification} isWhole={!isSpan} />
    </>
  );
}
