import { useAccess } from '../../chain/access.ts';
import { useT } from '../../messages/useMessages.ts';
import { type ConnectionSelection, paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ConnectionList } from './ConnectionList.tsx';

/** Every connection of the board, to be searched. */
export function ConnectionsScreen({ show = 'all' }: { show?: ConnectionSelection | undefined }) {
  const t = useT();
  const { isOperator } = useAccess();
  return (
    <Page>
      <PageHeader
        title={t('shell.connections')}
        actions={isOperator && <LinkButton to={paths.register}>{t('connections.register')}</LinkButton>}
      />
      <ConnectionList show={show} />
    </Page>
  );
}
