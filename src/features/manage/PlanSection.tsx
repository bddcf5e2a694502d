import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { acceptPlan } from '../../chain/writes/acceptPlan.ts';
import { useT } from '../../messages/useMessages.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AgreedPlan } from './AgreedPlan.tsx';
import { PlanForm } from './PlanForm.tsx';

/** Paying the arrears in instalments: what is agreed, what one side proposes, and another proposal. */
export function PlanSection({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const transaction = useTransaction();
  const { number, charged, credited, planParts, proposedParts, proposedInterval, planByBoard } = connection;
  const owes = charged > credited;
  return (
    <>
      {planParts > 0 && <AgreedPlan connection={connection} />}
      {proposedParts > 0 && owes && (
        <Notice
          title={t(planByBoard ? 'manage.boardProposes' : 'manage.holderProposes', {
            what: t('manage.planOf', { parts: proposedParts, count: proposedInterval }),
          })}
          actions={
            !planByBoard && (
              <TransactionButton
                transaction={transaction}
                request={() => acceptPlan(number, proposedParts, proposedInterval)}
              >
                {t('manage.accept')}
              </TransactionButton>
            )
          }
        >
          {t(planByBoard ? 'manage.waitsForHolder' : 'manage.planStarts')}
        </Notice>
      )}
      <TransactionStatus transaction={transaction} />
      {owes && (
        <Disclosure title={t('manage.proposePlan')}>
          <PlanForm connection={number} />
        </Disclosure>
      )}
    </>
  );
}
