import { openCases } from '../../chain/reads/openCases.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { AgreementCases } from './AgreementCases.tsx';
import { DisconnectionCases } from './DisconnectionCases.tsx';
import { DisputeCases } from './DisputeCases.tsx';
import { OverdueCases } from './OverdueCases.tsx';
import { PlanCases } from './PlanCases.tsx';

/** What consumers wait for an answer to, and who is overdue. */
export function CasesScreen() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.cases')} lead={t('cases.lead')} />
      <QueryView query={useWholeConnections()} lines={8}>
        {(connections) => {
          const { disputes, agreements, plans, overdue, disconnections } = openCases(connections);
          return (
            <>
              <DisputeCases disputed={disputes} />
              <AgreementCases connections={agreements} />
              <PlanCases connections={plans} />
              <DisconnectionCases connections={disconnections} />
              <OverdueCases connections={overdue} />
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
