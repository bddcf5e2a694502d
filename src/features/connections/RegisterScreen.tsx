import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RegisterForm } from './RegisterForm.tsx';

/** A new connection. */
export function RegisterScreen() {
  const t = useT();
  return (
    <Page>
      <PageHeader
        title={t('connections.register')}
        lead={t('connections.registerLead')}
        back={{ to: paths.connections, label: t('shell.connections') }}
      />
      <RegisterForm />
    </Page>
  );
}
