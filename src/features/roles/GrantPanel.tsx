import { useState } from 'react';
import type { Address } from 'viem';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { type GivenRole, givenRoles, grantRole } from './changeRole.ts';
import { useRoleHolders } from './useRoleHolders.ts';

/** The administrator gives a role to a wallet. */
export function GrantPanel() {
  const t = useT();
  const { data: holders } = useRoleHolders();
  const transaction = useTransaction();
  const [role, setRole] = useState<GivenRole>('operator');
  const [account, setAccount] = useState<Address | null>(null);
  const [isTried, setTried] = useState(false);
  const hasIt = holders?.some((holder) => holder.role === role && holder.account === account) ?? false;
  const problem = hasIt ? t('roles.hasIt') : isTried && !account && t('roles.accountMissing');
  return (
    <Panel title={t('roles.give')}>
      <SelectField
        label={t('roles.role')}
        hint={t(`roles.may.${role}`)}
        value={role}
        onValue={setRole}
        options={givenRoles.map((value) => ({ value, label: t(`common.role.${value}`) }))}
      />
      <AddressField label={t('roles.account')} value={account} onValue={setAccount} error={problem || null} />
      <Row>
        <TransactionButton
          transaction={transaction}
          request={() => {
            setTried(true);
            return account && !hasIt ? grantRole(role, account) : null;
          }}
          onDone={() => {
            setAccount(null);
            setTried(false);
          }}
        >
          {t('roles.give')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Panel>
  );
}
