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
  const { complete, error } = history;
  const entries = select(history.entries);
  if (entries.length === 0) return complete ? <div>{empty}</div> : <HistoryPending history={history} />;
  return (
    <>
      {children(entries)}
      {!complete && !error && <p>{t('connection.olderComing')}</p>}
      {error !== null && <HistoryPending history={history} />}
    </>
  );
}

/** Stands for entries that are still coming, or says why they can't come. */
export function HistoryPending({ history: { error, retry }, lines }: { history: History<unknown>; lines?: number }) {
  const query = { data: undefined, error, isFetching: !error, refetch: retry };
  return (
    <QueryView query={query} lines={lines}>
      {() => null}
    </QueryView>
  );
}
