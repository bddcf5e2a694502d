import { useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { useOpenBills } from '../../chain/history/openBills.ts';
import { overdueConnections } from '../../chain/history/overdue.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import type { ConnectionSelection } from '../../paths.ts';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { ConnectionTable } from './ConnectionTable.tsx';
import { exportConnections } from './exportConnections.ts';
import { SelectionForm } from './SelectionForm.tsx';
import { type Selection, selectConnections } from './selection.ts';

export function ConnectionList({ show }: { show: ConnectionSelection }) {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const { time, today } = useChainTime();
  const [selection, setSelection] = useState<Selection>({ text: '', category: null, show, order: 'number' });
  const titles = useTariffTitles();
  const connections = useWholeConnections();
  const openBills = useOpenBills();
  const overdue = openBills.data
    ? new Map(overdueConnections(openBills.data, today).map(({ number, amount }) => [number, amount]))
    : null;
  const titleOf = (category: number) =>
    titles.data?.find((title) => title.category === category)?.title ?? String(category);
  // Which bills are overdue takes longer to find out than everything else.
  const query = selection.show === 'overdue' && !overdue ? { ...openBills, data: undefined } : connections;
  return (
    <Panel>
      <SelectionForm selection={selection} titles={titles.data ?? []} onChange={setSelection} />
      <QueryView query={query} lines={8} isEmpty={() => connections.data?.length === 0} empty={t('connections.none')}>
        {() => {
          const found = selectConnections(connections.data ?? [], selection, { time, utcOffset, overdue });
          return (
            <>
              <Row>
                <p aria-live="polite">
                  {t('connections.found', { count: found.length, total: format.count(connections.data?.length ?? 0) })}
                </p>
                {found.length > 0 && (
                  <DownloadButton
                    name="connections.csv"
                    type="text/csv"
                    variant="quiet"
                    text={() => exportConnections(found, titleOf, utcOffset)}
                  >
                    {t('connections.download')}
                  </DownloadButton>
                )}
              </Row>
              {found.length > 0 && (
                <ConnectionTable
                  // Another selection begins on its first page.
                  key={JSON.stringify(selection)}
                  connections={found}
                  titleOf={titleOf}
                  overdue={overdue}
                />
              )}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}
