import type { Connection } from '../../chain/reads/connections.ts';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { FellOut } from './FellOut.tsx';
import { Paid } from './Paid.tsx';
import { PayForm } from './PayForm.tsx';

/** The form until something is paid, then what became of it. */
export function Payment({ connection }: { connection: Connection }) {
  const transaction = useTransaction();
  const { stage, receipt, isFinal = false, fellOut } = transaction.state;
  if (stage === 'succeeded' && receipt) {
    return <Paid connection={connection} receipt={receipt} isFinal={isFinal} onMore={transaction.reset} />;
  }
  if (fellOut) return <FellOut number={connection.number} transaction={transaction} />;
  return <PayForm connection={connection} transaction={transaction} />;
}
