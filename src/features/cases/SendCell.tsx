import type { ReactNode } from 'react';
import type { WriteRequest } from '../../chain/transactions/request.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';

interface SendCellProps {
  /** The connection it is about: buttons of a table say the same. */
  number: bigint;
  request: () => WriteRequest;
  children: ReactNode;
}

/** The button of a row, and how its transaction is getting on. */
export function SendCell({ number, request, children }: SendCellProps) {
  const transaction = useTransaction();
  return (
    <>
      <TransactionButton transaction={transaction} variant="secondary" request={request}>
        {children} <span className="visually-hidden">{String(number)}</span>
      </TransactionButton>
      {transaction.state.stage === 'failed' && <TransactionStatus transaction={transaction} />}
    </>
  );
}
