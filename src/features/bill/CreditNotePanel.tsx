import { useState } from 'react';
import { useAccess } from '../../chain/access.ts';
import type { Bill } from '../../chain/history/entries.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { Row } from '../../ui/Layout.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { issueCreditNote } from './issueCreditNote.ts';

/** UTF-8, as the contract counts them. */
const MOST_BYTES = 280;

/** The board credits what the bill should not have asked for. The bill stays as it is. */
export function CreditNotePanel({ connection, bill }: { connection: Connection; bill: Bill }) {
  const { isOperator } = useAccess();
  return isOperator ? <CreditNoteForm connection={connection} bill={bill} /> : null;
}

function CreditNoteForm({ connection: { number }, bill }: { connection: Connection; bill: Bill }) {
  const t = useT();
  const transaction = useTransaction();
  const [amount, setAmount] = useState<bigint | null>(null);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const hasAmount = amount !== null && amount > 0n;
  const length = new TextEncoder().encode(reason.trim()).length;
  const hasReason = length > 0 && length <= MOST_BYTES;
  const onDone = () => {
    setAmount(null);
    setReason('');
    setTried(false);
  };
  return (
    <Panel title={t('bill.creditNote')}>
      <p>{t('bill.creditNoteHint')}</p>
      <MoneyField
        label={t('bill.creditAmount')}
        value={amount}
        onValue={setAmount}
        error={isTried && !hasAmount ? t('bill.creditAmountWrong') : null}
      />
      <TextField
        label={t('bill.creditReason')}
        hint={t('bill.creditReasonHint')}
        value={reason}
        onValue={setReason}
        error={(isTried || length > MOST_BYTES) && !hasReason ? t('bill.creditReasonWrong') : null}
      />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => {
            setTried(true);
            return hasAmount && hasReason ? issueCreditNote(number, bill.number, amount, reason.trim()) : null;
          }}
          onDone={onDone}
        >
          {t('bill.issueCreditNote')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Panel>
  );
}
