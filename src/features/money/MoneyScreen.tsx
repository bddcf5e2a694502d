import { useAccess } from '../../chain/access.ts';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CollectPanel } from './CollectPanel.tsx';
import { PaymentsPanel } from './PaymentsPanel.tsx';
import { SumsPanel } from './SumsPanel.tsx';
import { WithdrawalsPanel } from './WithdrawalsPanel.tsx';
import { WithdrawPanel } from './WithdrawPanel.tsx';

/** What was paid, what of it has reached the board, and what the board took out. */
export function MoneyScreen() {
  const t = useT();
  const { isTreasurer } = useAccess();
  return (
    <Page>
      <PageHeader title={t('shell.money')} lead={t('money.lead')} />
      <SumsPanel />
      <Columns even>
        <CollectPanel />
        {isTreasurer && <WithdrawPanel />}
      </Columns>
      <Columns>
        <PaymentsPanel />
        <WithdrawalsPanel />
      </Columns>
    </Page>
  );
}
