import { useState } from 'react';
import { useAccess } from '../../chain/access.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import type { Column } from '../../ui/Table.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import type { RoleHolder } from './roleHolders.ts';
import { useRoleHolders } from './useRoleHolders.ts';

/** Who holds which role, and what each role is for. */
export function HoldersPanel() {
  const t = useT();
  const { isAdmin } = useAccess();
  const [revoked, setRevoked] = useState<RoleHolder | null>(null);
  const columns: Column<RoleHolder>[] = [
    { header: t('roles.role'), cell: ({ role }) => t(`common.role.${role}`) },
    { header: t('roles.account'), cell: ({ account }) => <Hex value={account} /> },
    { header: t('roles.since'), cell: ({ since }) => <TimeText seconds={since} /> },
  ];
  const revocation: Column<RoleHolder> = {
    header: t('roles.take'),
    cell: (holder) => (
      <Button variant="quiet" onClick={() => setRevoked(holder)}>
        {t('roles.take')}{' '}
        <span className="visually-hidden">
          {t(`common.role.${holder.role}`)} {holder.account}
        </span>
      </Button>
    ),
    align: 'end',
  };
  return (
    <QueryPanel
      title={t('roles.holders')}
      query={useRoleHolders()}
      isEmpty={(holders) => holders.length === 0}
      empty={t('roles.nobody')}
    >
      {(holders) => (
        <>
          <PagedTable
            caption={t('roles.holders')}
            columns={isAdmin ? [...columns, revocation] : columns}
            rows={holders}
            rowKey={({ role, account }) => `${role} ${account}`}
          />
          {revoked && <RevokeDialog holder={revoked} onClose={() => setRevoked(null)} />}
        </>
      )}
    </QueryPanel>
  );
}
