import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row } from '../../ui/Layout.tsx';
import { type GivenRole, revokeRole } from './changeRole.ts';
import type { RoleHolder } from './roleHolders.ts';

/** Asks once more before a role is taken away. */
export function RevokeDialog({ holder, onClose }: { holder: RoleHolder; onClose: () => void }) {
  const t = useT();
  const transaction = useTransaction();
  const { role, account } = holder;
  return (
    <Dialog title={t('roles.takeWhich', { role: t(`common.role.${role}`) })} open onClose={onClose}>
      <p>
        <Hex value={account} full />
      </p>
      <p>{t('roles.takeHint')}</p>
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="danger"
          request={() => revokeRole(role as GivenRole, account)}
          onDone={onClose}
        >
          {t('roles.take')}
        </TransactionButton>
        <Button variant="secondary" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Dialog>
  );
}
