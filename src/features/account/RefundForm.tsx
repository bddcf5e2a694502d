import { useState } from 'react';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Row } from '../../ui/Layout.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { refundAdvance } from './refundAdvance.ts';

/** The holder takes an advance back, or a part of it. */
export function RefundForm({ connection, advance }: { connection: Connection; advance: bigint }) {
  const t = useT();
  const format = useFormat();
  const refund = useTransaction();
  const [amount, setAmount] = useState<bigint | null>(advance);
  const [isTried, setTried] = useState(false);
  const isRight = amount !== null && amount > 0n && amount <= advance;
  const isWrong = !isRight && (isTried || amount !== null);
  return (
    <Disclosure title={t('connection.takeBack')}>
      <p>{t('connection.takeBackHint')}</p>
      <MoneyField
        label={t('connection.takeBackAmount')}
        value={amount}
        onValue={setAmount}
        error={isWrong ? t('connection.takeBackWrong', { most: format.money(advance) }) : null}
      />
      <Row>
        <TransactionButton
          transaction={refund}
          variant="secondary"
          request={() => {
            setTried(true);
            return isRight ? refundAdvance(connection.number, amount) : null;
          }}
        >
          {t('connection.takeBack')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={refund} />
    </Disclosure>
  );
}
