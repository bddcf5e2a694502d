import type { ReactNode } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import type { MoneyEntry } from './entries.ts';
import type { History } from './useHistory.ts';

interface HistoryViewProps<Entry> {
  history: History<MoneyEntry>;
  /** Which entries of the history it is about. */
  select: (entries: readonly MoneyEntry[]) => readonly Entry[];
  /** Said when the history has none of them. */
  empty: ReactNode;
  children: (entries: readonly Entry[]) => ReactNode;
}

/** Entries of a history, shown while older ones are still coming. When they can't, what is missing is said below. */
export function HistoryView<Entry>({ history, select, empty, children }: HistoryViewProps<Entry>) {
  const t = useT();
  const { complete, error, retry } = history;
  const entries = select(history.entries);
  const unknown = { data: undefined, error, isFetching: !complete && !error, refetch: retry };
  if (entries.length === 0) return complete ? <div>{empty}</div> : <QueryView query={unknown}>{() => null}</QueryView>;
  return (
    <>
      {children(entries)}
      {!complete && !error && <p>{t('connection.olderComing')}</p>}
      {error !== null && <QueryView query={unknown}>{() => null}</QueryView>}
    </>
  );
}
