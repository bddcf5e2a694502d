import type { ReactNode } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeployment } from '../deployment.ts';
import { SwitchChainButton } from '../wallet/SwitchChainButton.tsx';
import { useWallet } from '../wallet/useWallet.ts';
import type { Run } from './useRun.ts';
import { usePendingTransactions } from './useTracked.ts';

interface RunButtonProps<Row> {
  run: Run<Row, unknown>;
  rows: readonly Row[];
  /** Of the run's transactions. One that a reload left behind is waited for: what it does is not known yet. */
  subject: string;
  children: ReactNode;
}

/** Starts a run, once the wallet is on the right chain. */
export function RunButton<Row>({ run, rows, subject, children }: RunButtonProps<Row>) {
  const t = useT();
  const { config } = useDeployment();
  const { chainId } = useWallet();
  const isBusy = run.status !== 'idle' && run.status !== 'finished';
  const isLeftBehind = usePendingTransactions(subject).length > 0 && !isBusy;
  if (chainId !== config.chain.id) return <SwitchChainButton />;
  return (
    <Stack>
      {isLeftBehind && <Notice tone="warn">{t('run.hasPending')}</Notice>}
      <div>
        <Button busy={isBusy} disabled={rows.length === 0 || isLeftBehind} onClick={() => run.start(rows)}>
          {children}
        </Button>
      </div>
    </Stack>
  );
}
