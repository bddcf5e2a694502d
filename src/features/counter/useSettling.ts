import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Hash } from 'viem';
import { useDeployment } from '../../chain/deployment.ts';
import { type Draft, withSettled } from './draft.ts';
import { settle } from './settle.ts';

/** Looks after what was sent, also before the page was loaded again, and turns it into receipts. */
export function useSettling({ rows }: Draft, change: (next: (draft: Draft) => Draft) => void): void {
  const deployment = useDeployment();
  const hashes = [...new Set(rows.flatMap(({ sent }) => sent ?? []))];
  const settled = useQueries({
    queries: hashes.map((hash: Hash) => ({
      queryKey: ['counter', 'settled', hash],
      queryFn: () => settle(deployment, hash),
      staleTime: Number.POSITIVE_INFINITY,
      retry: true,
      retryDelay: 4000,
      structuralSharing: false,
    })),
  });
  const done = hashes.flatMap((hash, index) => {
    const paid = settled[index]?.data;
    return paid ? [{ hash, paid }] : [];
  });
  useEffect(() => {
    for (const { hash, paid } of done) change((draft) => withSettled(draft, hash, paid));
  });
}
