import { useAllConnections } from '../../chain/reads/connections.ts';
import { useTotals } from '../../chain/reads/totals.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { ledgerSums } from './sums.ts';

/** The contract's own sums, and those of all connections' accounts. */
export function TotalsPanel() {
  const t = useT();
  const format = useFormat();
  return (
    <Panel title={t('board.totals')}>
      <QueryView query={useTotals()} lines={3}>
        {({ connections, billedWh, billed, collected, boardBalance }) => (
          <Figures
            items={[
              { label: t('board.connections'), value: format.count(connections) },
              { label: t('board.energyBilled'), value: format.energy(billedWh) },
              { label: t('board.billed'), value: <Amount value={billed} /> },
              {
                label: t('board.collected'),
                value: <Amount value={collected} />,
                hint: billed > 0n && t('board.ofBilled', { percent: share(collected, billed) }),
              },
              { label: t('board.balance'), value: <Amount value={boardBalance} />, hint: t('board.balanceHint') },
            ]}
          />
        )}
      </QueryView>
      <QueryView query={useAllConnections()} lines={1}>
        {(connections) => {
          const { arrears, owing, advances, ahead } = ledgerSums(connections);
          return (
            <Figures
              items={[
                {
                  label: t('board.arrears'),
                  value: <Amount value={arrears} />,
                  hint: t('board.ofConnections', { count: owing }),
                },
                {
                  label: t('board.advances'),
                  value: <Amount value={advances} />,
                  hint: t('board.ofConnections', { count: ahead }),
                },
              ]}
            />
          );
        }}
      </QueryView>
    </Panel>
  );

  function share(part: bigint, whole: bigint): string {
    return format.percent(((part * 1000n) / whole) * 1000n);
  }
}
