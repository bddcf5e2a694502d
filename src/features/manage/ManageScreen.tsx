import { KnownConnection } from '../../chain/reads/KnownConnection.tsx';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ManagedConnection } from './ManagedConnection.tsx';

/** What the board does with one connection: its meter, agreement, arrears, and its end. */
export function ManageScreen({ number }: { number: bigint }) {
  const t = useT();
  return (
    <Page>
      <PageHeader
        title={t('manage.title', { number: String(number) })}
        lead={t('manage.lead')}
        back={{ to: paths.connection(number), label: t('connection.title', { number: String(number) }) }}
      />
      <KnownConnection number={number}>{(connection) => <ManagedConnection connection={connection} />}</KnownConnection>
    </Page>
  );
}
