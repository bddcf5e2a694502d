import { useState } from 'react';
import type { Bill } from '../../chain/history/entries.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row } from '../../ui/Layout.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';
import { hashOfReason, keepReason, plainReason } from './disputeReason.ts';
import { openDispute } from './openDispute.ts';
import { ReasonCopy } from './ReasonCopy.tsx';

/** What of the bill is contested, and why. Only a hash of the reason is sent; its text stays here to be handed to the board. */
export function DisputeForm({ connection, bill }: { connection: bigint; bill: Bill }) {
  const t = useT();
  const format = useFormat();
  const transaction = useTransaction();
  const [amount, setAmount] = useState<bigint | null>(bill.amount);
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const isRight = amount !== null && amount > 0n && amount <= bill.amount;
  const hasText = plainReason(text) !== '';
  const request = () => {
    setTried(true);
    if (!isRight || !hasText) return null;
    keepReason(text);
    return openDispute(connection, bill.number, amount, hashOfReason(text));
  };
  return (
    <>
      <MoneyField
        label={t('life.contested')}
        value={amount}
        onValue={setAmount}
        error={
          !isRight && (isTried || amount !== null)
            ? t('life.contestedWrong', { most: format.money(bill.amount) })
            : null
        }
      />
      <TextAreaField
        label={t('life.reason')}
        hint={t('life.reasonHint')}
        value={text}
        onValue={setText}
        error={isTried && !hasText ? t('life.reasonMissing') : null}
      />
      {hasText && (
        <>
          <ReasonCopy connection={connection} bill={bill.number} text={plainReason(text)} />
          <DefinitionList items={[{ term: t('life.reasonHash'), detail: <Hex value={hashOfReason(text)} /> }]} />
        </>
      )}
      <Row>
        <TransactionButton transaction={transaction} variant="secondary" request={request}>
          {t('life.sendDispute')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </>
  );
}
