import { useState } from 'react';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { acceptAgreement } from '../../chain/writes/acceptAgreement.ts';
import { proposeAgreement } from '../../chain/writes/proposeAgreement.ts';
import { agreementWords } from '../../messages/agreementWords.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import { AgreementField } from '../../ui/AgreementField.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** How often the connection is billed: now, after the next bill, and what one side would like. */
export function AgreementPanel({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const words = useWords();
  const transaction = useTransaction();
  const [wanted, setWanted] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const { number, agreement, nextAgreement, proposedAgreement, agreementByBoard } = connection;
  const say = (code: number) => words(agreementWords(code));
  const isSame = wanted === (nextAgreement ?? agreement);
  const problem = isSame ? t('manage.sameAgreement') : isTried && wanted === null ? t('manage.chooseAgreement') : null;
  const request = () => {
    setTried(true);
    return wanted === null || isSame ? null : proposeAgreement(number, wanted);
  };
  return (
    <Panel title={t('manage.agreement')}>
      <DefinitionList
        items={[
          { term: t('manage.inForce'), detail: say(agreement) },
          ...(nextAgreement === null ? [] : [{ term: t('manage.follows'), detail: say(nextAgreement) }]),
        ]}
      />
      {proposedAgreement !== null && (
        <Notice
          title={t(agreementByBoard ? 'manage.boardProposes' : 'manage.holderProposes', {
            what: say(proposedAgreement),
          })}
          actions={
            !agreementByBoard && (
              <TransactionButton transaction={transaction} request={() => acceptAgreement(number, proposedAgreement)}>
                {t('manage.accept')}
              </TransactionButton>
            )
          }
        >
          {t(agreementByBoard ? 'manage.waitsForHolder' : 'manage.agreementStarts')}
        </Notice>
      )}
      <AgreementField label={t('manage.proposeAgreement')} onValue={setWanted} error={problem} />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={request}
          onDone={() => setTried(false)}
        >
          {t('manage.propose')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Panel>
  );
}
