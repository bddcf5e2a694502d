import { KnownConnection } from '../../chain/reads/KnownConnection.tsx';
import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Account } from './Account.tsx';

/** The account of any connection, for anyone. */
export function ConnectionScreen({ number }: { number: bigint }) {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('connection.title', { number: String(number) })} />
      <KnownConnection number={number}>{(connection) => <Account connection={connection} />}</KnownConnection>
    </Page>
  );
}
