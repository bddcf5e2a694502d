import { useState } from 'react';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { readReason } from '../../domain/reason.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { ReasonText } from './ReasonText.tsx';
import { rejectDispute } from './rejectDispute.ts';
import { upholdDispute } from './upholdDispute.ts';
import type { Dispute } from './useDisputes.ts';

/** What is contested, whether the consumer's text is the one they signed, and the board's answer. */
export function DisputeDialog({ dispute: { connection, opened }, onClose }: { dispute: Dispute; onClose: () => void }) {
  const t = useT();
  const transaction = useTransaction();
  const [answer, setAnswer] = useState<'uphold' | 'reject'>('uphold');
  const [credit, setCredit] = useState<bigint | null>(opened.amount);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { number } = connection;
  const hasCredit = credit !== null && credit > 0n;
  const request = () => {
    setTried(true);
    const words = readReason(reason);
    if (!words) return null;
    if (answer === 'reject') return rejectDispute(number, words);
    return hasCredit ? upholdDispute(number, credit, words) : null;
  };
  return (
    <Dialog
      title={t('cases.disputeOf', { number: String(number), bill: String(opened.bill) })}
      open
      onClose={onClose}
      actions={
        <TransactionButton
          transaction={transaction}
          variant={answer === 'reject' ? 'danger' : 'primary'}
          request={request}
          onDone={onClose}
        >
          {t(`cases.send.${answer}`)}
        </TransactionButton>
      }
    >
      <DefinitionList
        items={[
          { term: t('cases.contested'), detail: <Amount value={opened.amount} /> },
          { term: t('cases.since'), detail: <TimeText seconds={opened.time} /> },
          { term: t('cases.reasonHash'), detail: <Hex value={opened.reason} /> },
        ]}
      />
      <Disclosure title={t('cases.checkReason')}>
        <ReasonText hash={opened.reason} />
      </Disclosure>
      <ChoiceField
        label={t('cases.answer')}
        value={answer}
        onValue={setAnswer}
        options={[
          { value: 'uphold', label: t('cases.uphold') },
          { value: 'reject', label: t('cases.reject') },
        ]}
      />
      {answer === 'uphold' && (
        <MoneyField
          label={t('bill.creditAmount')}
          value={credit}
          onValue={setCredit}
          error={isTried && !hasCredit ? t('bill.creditAmountWrong') : null}
        />
      )}
      <ReasonField value={reason} onValue={setReason} isTried={isTried} />
      <TransactionStatus transaction={transaction} />
    </Dialog>
  );
}
