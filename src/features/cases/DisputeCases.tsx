import { useState } from 'react';
import { Link } from 'wouter';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { CasePanel } from './CasePanel.tsx';
import { ConnectionLink } from './ConnectionLink.tsx';
import { DisputeDialog } from './DisputeDialog.tsx';
import { useDisputes } from './useDisputes.ts';

/** Bills that holders contest, the oldest dispute first. */
export function DisputeCases({ disputed }: { disputed: readonly WholeConnection[] }) {
  const t = useT();
  const disputes = useDisputes(disputed);
  const [chosen, setChosen] = useState<bigint | null>(null);
  const rows = [...(disputes.data ?? [])].sort((a, b) => a.opened.time - b.opened.time);
  const answered = rows.find(({ connection }) => connection.number === chosen);
  return (
    <CasePanel
      title={t('cases.disputes')}
      count={disputed.length}
      tone="warn"
      empty={t('cases.noDisputes')}
      hint={t('cases.disputesHint')}
    >
      <QueryView query={disputes} lines={3}>
        {() => (
          <PagedTable
            caption={t('cases.disputes')}
            columns={[
              {
                header: t('cases.connection'),
                cell: ({ connection }) => <ConnectionLink number={connection.number} />,
              },
              {
                header: t('connection.bill'),
                cell: ({ connection: { number }, opened: { bill } }) => (
                  <Link href={paths.bill(number, bill)}>{t('bill.title', { number: String(bill) })}</Link>
                ),
              },
              { header: t('cases.since'), cell: ({ opened }) => <TimeText seconds={opened.time} /> },
              { header: t('cases.contested'), cell: ({ opened }) => <Amount value={opened.amount} />, align: 'end' },
              {
                header: t('cases.answer'),
                cell: ({ connection: { number } }) => (
                  <Button variant="secondary" onClick={() => setChosen(number)}>
                    {t('cases.answerIt')} <span className="visually-hidden">{String(number)}</span>
                  </Button>
                ),
                align: 'end',
              },
            ]}
            rows={rows}
            rowKey={({ connection }) => String(connection.number)}
          />
        )}
      </QueryView>
      {answered && <DisputeDialog dispute={answered} onClose={() => setChosen(null)} />}
    </CasePanel>
  );
}
