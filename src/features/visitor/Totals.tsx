import { useTotals } from '../../chain/reads/totals.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Figures } from '../../ui/Figures.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';

/** The whole board in four figures. */
export function Totals() {
  const t = useT();
  const format = useFormat();
  return (
    <QueryPanel
      query={useTotals()}
      title={t('visitor.totals')}
      lines={4}
      isEmpty={({ connections }) => connections === 0}
      empty={t('visitor.noConnections')}
    >
      {({ connections, billedWh, billed, collected }) => (
        <Figures
          items={[
            { label: t('visitor.connections'), value: format.count(connections) },
            { label: t('visitor.energyBilled'), value: format.energy(billedWh) },
            { label: t('visitor.billed'), value: format.money(billed) },
            { label: t('visitor.collected'), value: format.money(collected) },
          ]}
        />
      )}
    </QueryPanel>
  );
}
