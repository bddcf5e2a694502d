import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function RolesScreen() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.roles')} />
    </Page>
  );
}
