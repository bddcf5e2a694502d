import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { acceptPlan } from '../../chain/writes/acceptPlan.ts';
import { arrears } from '../../domain/ledger.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { CasePanel } from './CasePanel.tsx';
import { ConnectionLink } from './ConnectionLink.tsx';
import { SendCell } from './SendCell.tsx';

/** Holders who want to pay in instalments. */
export function PlanCases({ connections }: { connections: readonly WholeConnection[] }) {
  const t = useT();
  return (
    <CasePanel
      title={t('cases.plans')}
      count={connections.length}
      tone="info"
      empty={t('cases.noPlans')}
      hint={t('cases.plansHint')}
    >
      <PagedTable
        caption={t('cases.plans')}
        columns={[
          { header: t('cases.connection'), cell: ({ number }) => <ConnectionLink number={number} /> },
          {
            header: t('cases.proposed'),
            cell: ({ proposedParts, proposedInterval }) =>
              t('manage.planOf', { parts: proposedParts, count: proposedInterval }),
          },
          {
            header: t('manage.owed'),
            cell: ({ charged, credited }) => <Amount value={arrears(charged, credited)} />,
            align: 'end',
          },
          {
            header: t('cases.answer'),
            cell: ({ number, proposedParts, proposedInterval }) => (
              <SendCell number={number} request={() => acceptPlan(number, proposedParts, proposedInterval)}>
                {t('manage.accept')}
              </SendCell>
            ),
            align: 'end',
          },
        ]}
        rows={connections}
        rowKey={({ number }) => String(number)}
      />
    </CasePanel>
  );
}
