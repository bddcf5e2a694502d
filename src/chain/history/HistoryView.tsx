import type { ReactNode } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { QueryView } from '../../ui/QueryView.tsx';
import type { History } from './useHistory.ts';

interface HistoryViewProps<Entry, Selected> {
  history: History<Entry>;
  /** Which entries of the history it is about. */
  select: (entries: readonly Entry[]) => readonly Selected[];
  /** Said when the history has none of them. */
  empty: ReactNode;
  children: (selected: readonly Selected[]) => ReactNode;
}

/** Entries of a history, shown while older ones are still coming. When they can't, what is missing is said below. */
export function HistoryView<Entry, Selected>({ history, select, empty, children }: HistoryViewProps<Entry, Selected>) {
  const t = useT();
  const { complete, error } = history;
  const selected = select(history.entries);
  if (selected.length === 0) return complete ? <div>{empty}</div> : <HistoryPending history={history} />;
  return (
    <>
      {children(selected)}
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
