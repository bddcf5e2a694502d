import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import type { Bill } from '../../chain/history/entries.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { read } from '../../chain/read.ts';

/** What the contract's own engine makes of a bill's figures, charge by charge. */
export function useQuote({ category, fromDay, toDay, opening, closing, loadW }: Bill) {
  const { client, contracts } = useDeployment();
  const usage = { wh: closing - opening, loadW: Number(loadW), fromDay, toDay, carried: 0n, adjustments: [] };
  return useQuery({
    queryKey: [...queryKeys.fixed, 'quote', category, usage],
    queryFn: () => read(client, contracts.tariffBook, 'quote', [category, usage]),
  });
}
