import { useAccess } from '../../chain/access.ts';
import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Account } from './Account.tsx';
import { ConnectionCards } from './ConnectionCards.tsx';

/** A consumer's home: the account of the one connection, or a card for each of several. */
export function MineScreen() {
  const t = useT();
  const { connections } = useAccess();
  const [first, ...more] = connections;
  const isOnly = first && more.length === 0;
  return (
    <Page>
      <PageHeader
        title={t('shell.mine')}
        lead={
          isOnly
            ? t('connection.title', { number: String(first.number) })
            : t('consumer.connections', { count: connections.length })
        }
      />
      {isOnly ? <Account connection={first} /> : <ConnectionCards connections={connections} />}
    </Page>
  );
}
