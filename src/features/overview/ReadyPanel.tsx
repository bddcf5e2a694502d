import { useDeployment } from '../../chain/deployment.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { Table } from '../../ui/Table.tsx';
import { readyByCategory } from './readyByCategory.ts';

/** How many bills could be issued now, and for how much energy. */
export function ReadyPanel() {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const connections = useWholeConnections();
  const { data: titles } = useTariffTitles();
  const ready = readyByCategory(connections.data ?? [], utcOffset);
  const count = ready.reduce((sum, category) => sum + category.count, 0);
  const titleOf = (category: number) =>
    titles?.find((title) => title.category === category)?.title ?? t('board.category', { category: String(category) });
  return (
    <QueryPanel
      title={t('board.ready')}
      actions={count > 0 && <Badge tone="info">{format.count(count)}</Badge>}
      query={connections}
      isEmpty={() => count === 0}
      empty={t('board.allBilled')}
    >
      {() => (
        <>
          <Table
            caption={t('board.readyTariffs')}
            columns={[
              { header: t('board.tariff'), cell: ({ category }) => titleOf(category) },
              { header: t('board.connections'), cell: ({ count }) => format.count(count), align: 'end' },
              { header: t('board.energy'), cell: ({ energy }) => format.energy(energy), align: 'end' },
            ]}
            rows={ready}
            rowKey={({ category }) => category}
          />
          <div>
            <LinkButton to={paths.billing}>{t('board.toBilling')}</LinkButton>
          </div>
        </>
      )}
    </QueryPanel>
  );
}
