import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { acceptAgreement } from '../../chain/writes/acceptAgreement.ts';
import { agreementWords } from '../../messages/agreementWords.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { CasePanel } from './CasePanel.tsx';
import { ConnectionLink } from './ConnectionLink.tsx';
import { SendCell } from './SendCell.tsx';

/** Holders who want to be billed more or less often. */
export function AgreementCases({ connections }: { connections: readonly WholeConnection[] }) {
  const t = useT();
  const words = useWords();
  const say = (code: number | null) => (code === null ? '' : words(agreementWords(code)));
  return (
    <CasePanel
      title={t('cases.agreements')}
      count={connections.length}
      tone="info"
      empty={t('cases.noAgreements')}
      hint={t('cases.agreementsHint')}
    >
      <PagedTable
        caption={t('cases.agreements')}
        columns={[
          { header: t('cases.connection'), cell: ({ number }) => <ConnectionLink number={number} /> },
          { header: t('manage.inForce'), cell: ({ agreement }) => say(agreement) },
          { header: t('cases.proposed'), cell: ({ proposedAgreement }) => say(proposedAgreement) },
          {
            header: t('cases.answer'),
            cell: ({ number, proposedAgreement }) => (
              <SendCell number={number} request={() => acceptAgreement(number, proposedAgreement ?? 0)}>
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
