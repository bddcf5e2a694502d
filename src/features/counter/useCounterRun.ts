import { useEffect, useRef } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { type Run, useRun } from '../../chain/transactions/useRun.ts';
import { type Draft, withSent } from './draft.ts';
import { payMany } from './payMany.ts';

/** A row that can be paid. */
export interface PayableRow {
  id: number;
  connection: bigint;
  amount: bigint;
}

/** Sends the rows. Each is marked with its transaction, so that no row is sent twice, whatever happens to the page meanwhile. */
export function useCounterRun(change: (next: (draft: Draft) => Draft) => void): Run<PayableRow, never> {
  const { facts } = useDeployment();
  const sending = useRef<readonly number[]>([]);
  const run = useRun<PayableRow, never>({
    request: (rows) => {
      sending.current = rows.map(({ id }) => id);
      return payMany(rows, facts);
    },
    resultsOf: () => [],
  });
  const { stage, hash, step } = run.transaction.state;
  const isApproval = step?.key === 'asset.firstStep';
  useEffect(() => {
    if (stage === 'pending' && hash && !isApproval) change((draft) => withSent(draft, sending.current, hash));
  }, [stage, hash, isApproval, change]);
  return run;
}
