import { KnownConnection } from '../../chain/reads/KnownConnection.tsx';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Payment } from './Payment.tsx';

/** Paying for a connection, one's own or any other. */
export function PayScreen({ number }: { number: bigint }) {
  const t = useT();
  const title = t('connection.title', { number: String(number) });
  return (
    <Page>
      <PageHeader
        title={t('payment.title', { number: String(number) })}
        back={{ to: paths.connection(number), label: title }}
      />
      <KnownConnection number={number}>{(connection) => <Payment connection={connection} />}</KnownConnection>
    </Page>
  );
}
