import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Deployment, useDeployment } from './deployment.ts';
import { type Head, refreshState, useHead } from './head.ts';
import { queryKeys } from './queryKeys.ts';
import { hashAt, rememberTip } from './tip.ts';

/** Has what depends on the chain's state read again after each block, and the chain checked again when it may be another one. Once in the page. */
export function useFollowChain(): void {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const { data: head, isError } = useHead();
  const latest = useRef<Head>(undefined);
  const wasGone = useRef(false);

  useEffect(() => {
    const before = latest.current;
    const { confirmations } = deployment.config;
    if (isError) {
      wasGone.current = true;
    } else if (wasGone.current || (before && head.block + BigInt(confirmations) < before.block)) {
      wasGone.current = false;
      latest.current = undefined;
      queries.refetchQueries({ queryKey: queryKeys.start });
    } else if (head.hash !== before?.hash) {
      latest.current = head;
      // What the node can't tell now it can with the next block.
      rememberTip(deployment.client, deployment.id, head, confirmations).catch(() => undefined);
      if (before) follow(deployment, queries, before, head);
    }
  }, [deployment, head, isError, queries]);
}

/** The new block may not follow on the last one: some were not seen, or it is of another branch, and what was fixed in the last one isn't any more. */
async function follow({ client }: Deployment, queries: QueryClient, before: Head, head: Head): Promise<void> {
  const isNext = head.parent === before.hash;
  if (!isNext || !head.isEmpty) await refreshState(queries);
  if (isNext) return;
  const found = await hashAt(client, before.block).catch(() => null);
  if (found !== before.hash) await queries.invalidateQueries({ queryKey: queryKeys.fixed });
}
