import { useChainTime } from '../../chain/head.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { proposePlan } from '../../chain/writes/proposePlan.ts';
import { arrears } from '../../domain/ledger.ts';
import { planState } from '../../domain/plan.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Instalments } from '../../ui/Instalments.tsx';
import { Row } from '../../ui/Layout.tsx';
import { PlanFields, usePlanFields } from '../../ui/PlanFields.tsx';

/** The holder proposes instalments over all that is owed, and sees what that would come to if it were accepted today. */
export function PlanForm({ connection: { number, charged, credited } }: { connection: Connection }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const transaction = useTransaction();
  const fields = usePlanFields();
  const total = arrears(charged, credited);
  const plan = fields.terms && { ...fields.terms, total, startDay: today, creditedBefore: credited };
  return (
    <>
      <p>{t('life.planHint')}</p>
      <PlanFields {...fields} />
      {plan && (
        <>
          <p>{t('life.planPreview', { amount: format.money(total) })}</p>
          <Instalments instalments={planState(plan, credited, today).instalments} />
        </>
      )}
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => (plan ? proposePlan(number, plan.parts, plan.interval) : null)}
        >
          {t('manage.propose')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </>
  );
}
