import { usePendingTransactions } from '../../chain/transactions/useTracked.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import { Notice } from '../../ui/Notice.tsx';

/** What is on its way for a connection, so that nobody pays twice. */
export function PendingNotice({ connection }: { connection: bigint }) {
  const t = useT();
  const words = useWords();
  const pending = usePendingTransactions(`connection:${connection}`);
  return pending.map(({ hash, describe }) => (
    <Notice key={hash} title={t('transaction.pending')}>
      {words(describe)}
    </Notice>
  ));
}
