import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { completeMessages } from '../../messages/language.ts';
import { useDeployment } from '../deployment.ts';
import { refreshState } from '../head.ts';
import { subscribeTransactions, type Tracked, trackedTransactions } from './store.ts';

/** Transactions that are on their way, those that a reload left behind among them; with a subject, only those about it. */
export function usePendingTransactions(subject?: string): readonly Tracked[] {
  return useTrackedTransactions().filter((one) => !one.outcome && (subject === undefined || one.subject === subject));
}

/** All transactions of this page and those of the last visit that were not final, newest first. */
export function useTrackedTransactions(): readonly Tracked[] {
  return useSyncExternalStore(subscribeTransactions, trackedTransactions);
}

/** Goes on watching what was not final when the page was left. Once in the page. */
export function useResumePending(): void {
  const deployment = useDeployment();
  const queries = useQueryClient();
  useEffect(() => {
    const left = trackedTransactions().filter((one) => !one.isFinal);
    if (left.length === 0) return;
    // What they are is said in words that the first page doesn't have.
    completeMessages();
    import('./follow.ts').then(({ follow }) => {
      for (const { hash } of left) follow(deployment, hash).then(() => refreshState(queries));
    });
  }, [deployment, queries]);
}
