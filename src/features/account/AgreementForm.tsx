import { useState } from 'react';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { proposeAgreement } from '../../chain/writes/proposeAgreement.ts';
import { useT } from '../../messages/useMessages.ts';
import { AgreementField } from '../../ui/AgreementField.tsx';
import { Row } from '../../ui/Layout.tsx';

/** The holder proposes another agreement. @param last The one that holds after the next bill. */
export function AgreementForm({ connection, last }: { connection: bigint; last: number }) {
  const t = useT();
  const transaction = useTransaction();
  const [wanted, setWanted] = useState<number | null>(null);
  const [isTried, setTried] = useState(false);
  const isSame = wanted === last;
  const problem = isSame ? t('manage.sameAgreement') : isTried && wanted === null ? t('manage.chooseAgreement') : null;
  return (
    <>
      <p>{t('life.agreementHint')}</p>
      <AgreementField label={t('life.howOften')} onValue={setWanted} error={problem} />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => {
            setTried(true);
            return wanted === null || isSame ? null : proposeAgreement(connection, wanted);
          }}
          onDone={() => setTried(false)}
        >
          {t('manage.propose')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </>
  );
}
