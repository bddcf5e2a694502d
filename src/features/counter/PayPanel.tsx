import { Holdings } from '../../chain/asset/Holdings.tsx';
import { useHoldings } from '../../chain/asset/useHoldings.ts';
import { RunButton } from '../../chain/transactions/RunButton.tsx';
import { RunPanel } from '../../chain/transactions/RunPanel.tsx';
import type { Run } from '../../chain/transactions/useRun.ts';
import { useWallet } from '../../chain/wallet/useWallet.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CheckedRow } from './checkRows.ts';
import { counterSubject } from './payMany.ts';
import type { PayableRow } from './useCounterRun.ts';

interface PayPanelProps {
  rows: readonly CheckedRow[];
  run: Run<PayableRow, never>;
}

/** What the rows come to, whether the wallet has it, and the way to the chain. */
export function PayPanel({ rows, run }: PayPanelProps) {
  const t = useT();
  const format = useFormat();
  const wallet = useWallet();
  const holdings = useHoldings(wallet.address).data;
  const good = rows.flatMap(payable);
  const sum = good.reduce((total, { amount }) => total + amount, 0n);
  const isLooking = rows.some(({ state }) => state === 'looking');
  const isAbove = holdings !== undefined && sum > holdings;
  const isIdle = run.status === 'idle' || run.status === 'finished';
  return (
    <Panel variant="accent" title={t('counter.sum')}>
      {isIdle && (
        <>
          <Amount value={sum} size="hero" />
          <p>{t('counter.count', { count: good.length })}</p>
          {holdings !== undefined && <Holdings amount={holdings} />}
          {isAbove && (
            <Notice tone="bad">
              {t('counter.aboveBalance', { sum: format.money(sum), short: format.money(sum - holdings) })}
            </Notice>
          )}
          {wallet.status === 'connected' ? (
            <RunButton run={run} rows={isLooking || isAbove ? [] : good} subject={counterSubject}>
              {t('counter.pay', { count: good.length })}
            </RunButton>
          ) : (
            <Button icon="wallet" wide busy={wallet.status !== 'disconnected'} onClick={wallet.connect}>
              {t('wallet.connectFirst')}
            </Button>
          )}
        </>
      )}
      <RunPanel run={run} label={t('counter.sending')} />
      {run.status === 'paused' && (
        <div>
          <Button variant="secondary" onClick={run.reset}>
            {t('counter.backToRows')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function payable({ row: { id }, connection, amount, state }: CheckedRow): PayableRow[] {
  return state === 'good' && connection && amount !== null ? [{ id, connection: connection.number, amount }] : [];
}
