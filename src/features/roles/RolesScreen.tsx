import { useAccess } from '../../chain/access.ts';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Page, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { AdminPanel } from './AdminPanel.tsx';
import { GrantPanel } from './GrantPanel.tsx';
import { HoldersPanel } from './HoldersPanel.tsx';
import { StopPanel } from './StopPanel.tsx';

/** Who may do what for the board. The administrator can change it. */
export function RolesScreen() {
  const t = useT();
  const { isAdmin } = useAccess();
  return (
    <Page>
      <PageHeader title={t('shell.roles')} lead={t('roles.lead')} />
      <Columns>
        <Stack>
          <HoldersPanel />
          <AdminPanel />
        </Stack>
        <Stack>
          {isAdmin && <GrantPanel />}
          <StopPanel />
        </Stack>
      </Columns>
    </Page>
  );
}
