import { lazy, Suspense } from 'react';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { acceptAgreement } from '../../chain/writes/acceptAgreement.ts';
import { agreementWords } from '../../messages/agreementWords.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

const AgreementForm = lazy(() => import('./AgreementForm.tsx').then((module) => ({ default: module.AgreementForm })));

interface AgreementPanelProps {
  connection: Connection;
  standing: Standing;
  isHolder: boolean;
}

/** How often the connection is billed, what follows, and what one side would like. The holder answers here, or proposes another. */
export function AgreementPanel({ connection, standing, isHolder }: AgreementPanelProps) {
  const t = useT();
  const words = useWords();
  const transaction = useTransaction();
  const { number, agreement } = connection;
  const { nextAgreement, proposedAgreement: proposed, agreementByBoard } = standing;
  const say = (code: number) => words(agreementWords(code));
  if (!isHolder && nextAgreement === null && proposed === null) return null;
  return (
    <Panel title={t('manage.agreement')}>
      <DefinitionList
        items={[
          { term: t('manage.inForce'), detail: say(agreement) },
          ...(nextAgreement === null ? [] : [{ term: t('manage.follows'), detail: say(nextAgreement) }]),
        ]}
      />
      {proposed !== null && (
        <Notice
          title={t(agreementByBoard ? 'manage.boardProposes' : isHolder ? 'life.youPropose' : 'manage.holderProposes', {
            what: say(proposed),
          })}
          actions={
            agreementByBoard &&
            isHolder && (
              <TransactionButton transaction={transaction} request={() => acceptAgreement(number, proposed)}>
                {t('manage.accept')}
              </TransactionButton>
            )
          }
        >
          {t(agreementByBoard ? 'manage.agreementStarts' : 'life.waitsForBoard')}
        </Notice>
      )}
      <TransactionStatus transaction={transaction} />
      {isHolder && (
        <Disclosure title={t('manage.proposeAgreement')}>
          <Suspense fallback={<Skeleton lines={2} />}>
            <AgreementForm connection={number} last={nextAgreement ?? agreement} />
          </Suspense>
        </Disclosure>
      )}
    </Panel>
  );
}
