import { useState } from 'react';
import type { TransactionReceipt } from 'viem';
import type { Connection } from '../../chain/reads/connections.ts';
import { Paid } from './Paid.tsx';
import { PayForm } from './PayForm.tsx';

/** The form until something is paid, then what became of it. */
export function Payment({ connection }: { connection: Connection }) {
  const [paid, setPaid] = useState<{ amount: bigint; receipt: TransactionReceipt } | null>(null);
  if (paid) return <Paid connection={connection} {...paid} onMore={() => setPaid(null)} />;
  return <PayForm connection={connection} onPaid={(amount, receipt) => setPaid({ amount, receipt })} />;
}
