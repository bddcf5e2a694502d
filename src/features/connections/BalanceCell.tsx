import type { Connection } from '../../chain/reads/connections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';

/** What a connection owes, what of it is overdue, or what it has paid ahead. */
export function BalanceCell({ connection, overdue }: { connection: Connection; overdue: bigint }) {
  const t = useT();
  const format = useFormat();
  const { charged, credited } = connection;
  if (charged === credited) return <Amount value={0n} />;
  if (charged < credited) {
    return (
      <>
        <Amount value={credited - charged} /> <Badge tone="good">{t('connections.advance')}</Badge>
      </>
    );
  }
  return (
    <>
      <Amount value={charged - credited} /> <Badge tone="warn">{t('connections.arrears')}</Badge>
      {overdue > 0n && (
        <>
          <br />
          <Badge tone="bad">{t('connections.overdue', { amount: format.money(overdue) })}</Badge>
        </>
      )}
    </>
  );
}
