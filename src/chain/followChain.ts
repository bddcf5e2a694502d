import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useDeployment } from './deployment.ts';
import { type Head, refreshState, useHead } from './head.ts';
import { queryKeys } from './queryKeys.ts';
import { rememberTip } from './tip.ts';

/** Has what depends on the chain's state read again after each block, and the chain checked again when it may be another one. Once in the page. */
export function useFollowChain(): void {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const { data: head, isError } = useHead();
  const seen = useRef<Head[]>([]);
  const wasGone = useRef(false);

  useEffect(() => {
    const [latest] = seen.current;
    if (isError) {
      wasGone.current = true;
    } else if (wasGone.current || (latest && head.block < latest.block)) {
      wasGone.current = false;
      seen.current = [];
      queries.refetchQueries({ queryKey: queryKeys.start });
    } else if (head.hash !== latest?.hash) {
      const { id, config } = deployment;
      seen.current = upToFinal([head, ...seen.current], BigInt(config.confirmations));
      const tip = seen.current.at(-1);
      if (tip && isFinal(tip, head, BigInt(config.confirmations))) rememberTip(id, tip.block, tip.hash);
      if (latest && mayChangeState(latest, head)) refreshState(queries);
    }
  }, [deployment, head, isError, queries]);
}

/** The heads down to the newest final one. */
function upToFinal(heads: Head[], confirmations: bigint): Head[] {
  const final = heads.findIndex((head) => heads[0] && isFinal(head, heads[0], confirmations));
  return final < 0 ? heads : heads.slice(0, final + 1);
}

function isFinal(head: Head, latest: Head, confirmations: bigint): boolean {
  return head.block + confirmations <= latest.block;
}

function mayChangeState(before: Head, now: Head): boolean {
  return !now.isEmpty || now.block !== before.block + 1n;
}
