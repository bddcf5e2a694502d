import { lazy, Suspense } from 'react';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { acceptPlan } from '../../chain/writes/acceptPlan.ts';
import { useT } from '../../messages/useMessages.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { AgreedPlan } from './AgreedPlan.tsx';

const PlanForm = lazy(() => import('./PlanForm.tsx').then((module) => ({ default: module.PlanForm })));

interface PlanPanelProps {
  connection: Connection;
  standing: Standing;
  isHolder: boolean;
}

/** Paying the arrears in instalments: the plan in force, what one side proposes, and for the holder another proposal. */
export function PlanPanel({ connection, standing, isHolder }: PlanPanelProps) {
  const t = useT();
  const transaction = useTransaction();
  const { number, charged, credited } = connection;
  const { planParts, proposedParts, proposedInterval, planByBoard } = standing;
  const owes = charged > credited;
  const isProposed = proposedParts > 0 && owes;
  if (planParts === 0 && !isProposed && !(isHolder && owes)) return null;
  return (
    <Panel title={t('manage.plan')}>
      {planParts > 0 && <AgreedPlan connection={connection} standing={standing} />}
      {isProposed && (
        <Notice
          title={t(planByBoard ? 'manage.boardProposes' : isHolder ? 'life.youPropose' : 'manage.holderProposes', {
            what: t('manage.planOf', { parts: proposedParts, count: proposedInterval }),
          })}
          actions={
            planByBoard &&
            isHolder && (
              <TransactionButton
                transaction={transaction}
                request={() => acceptPlan(number, proposedParts, proposedInterval)}
              >
                {t('manage.accept')}
              </TransactionButton>
            )
          }
        >
          {t(planByBoard ? 'manage.planStarts' : 'life.waitsForBoard')}
        </Notice>
      )}
      <TransactionStatus transaction={transaction} />
      {isHolder && owes && (
        <Disclosure title={t('manage.proposePlan')}>
          <Suspense fallback={<Skeleton lines={4} />}>
            <PlanForm connection={connection} />
          </Suspense>
        </Disclosure>
      )}
    </Panel>
  );
}
