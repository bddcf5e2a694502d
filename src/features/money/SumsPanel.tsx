import { useAllConnections } from '../../chain/reads/connections.ts';
import { useTotals } from '../../chain/reads/totals.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { collectableOf } from './collectable.ts';

/** Collected against billed. */
export function SumsPanel() {
  const t = useT();
  const format = useFormat();
  const { data: connections } = useAllConnections();
  const collectable = connections?.reduce((sum, connection) => sum + collectableOf(connection), 0n);
  return (
    <QueryPanel title={t('money.sums')} query={useTotals()}>
      {({ billed, collected, boardBalance }) => (
        <>
          <Figures
            items={[
              { label: t('money.billed'), value: <Amount value={billed} /> },
              { label: t('money.collected'), value: <Amount value={collected} /> },
              {
                label: t('money.collectable'),
                value: collectable === undefined ? '…' : <Amount value={collectable} />,
                hint: t('money.collectableHint'),
              },
              { label: t('money.withdrawn'), value: <Amount value={collected - boardBalance} /> },
              { label: t('money.balance'), value: <Amount value={boardBalance} />, hint: t('money.balanceHint') },
            ]}
          />
          {billed > 0n && (
            <Progress
              label={t('money.collectedOfBilled')}
              value={Number((collected * 1000n) / billed)}
              max={1000}
              text={format.percent(((collected * 1000n) / billed) * 1000n)}
            />
          )}
        </>
      )}
    </QueryPanel>
  );
}
