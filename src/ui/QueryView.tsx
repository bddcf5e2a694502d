import { type ReactNode, useContext } from 'react';
import { useT, useWords } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';
import { ExplainContext } from './explain.ts';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Skeleton.tsx';

/** What this needs of a TanStack query. */
interface QueryLike<T> {
  data: T | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

export interface QueryViewProps<T> {
  query: QueryLike<T>;
  /** Lines of the skeleton while it loads. */
  lines?: number;
  isEmpty?: (data: T) => boolean;
  /** Said when there is nothing. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Loading, failed, empty and there are four different things. What was there before a failure stays. */
export function QueryView<T>({ query, lines, isEmpty, empty, children }: QueryViewProps<T>) {
  if (query.data !== undefined) {
    return isEmpty?.(query.data) ? <div className="empty">{empty}</div> : children(query.data);
  }
  if (query.error) return <Failure error={query.error} onRetry={query.refetch} busy={query.isFetching} />;
  return <Skeleton lines={lines} />;
}

function Failure({ error, onRetry, busy }: { error: unknown; onRetry: () => unknown; busy: boolean }) {
  const t = useT();
  const words = useWords();
  const explain = useContext(ExplainContext);
  return (
    <Notice
      tone="bad"
      actions={
        <Button variant="secondary" busy={busy} onClick={() => onRetry()}>
          {t('common.retry')}
        </Button>
      }
    >
      {words(explain(error))}
    </Notice>
  );
}
