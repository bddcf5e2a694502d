import type { ComponentProps, ReactNode } from 'react';
import type { TransactionReceipt } from 'viem';
import type { MessageKey } from '../../messages/keys.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { useDeployment } from '../deployment.ts';
import { SwitchChainButton } from '../wallet/SwitchChainButton.tsx';
import { useWallet } from '../wallet/useWallet.ts';
import type { WriteRequest } from './request.ts';
import type { TransactionFlow, TransactionState } from './useTransaction.ts';

interface TransactionButtonProps extends Pick<ComponentProps<typeof Button>, 'variant' | 'icon' | 'wide' | 'disabled'> {
  transaction: TransactionFlow;
  /** What to send; null while the form is not complete, which the form says itself. */
  request: () => WriteRequest | null;
  onDone?: (receipt: TransactionReceipt) => void;
  children: ReactNode;
}

const busyLabels: Partial<Record<TransactionState['stage'], MessageKey>> = {
  preparing: 'transaction.preparing',
  signing: 'transaction.signing',
  pending: 'transaction.pending',
};

/** Connects a wallet and brings it to the right chain when that is still to be done; then it sends. */
export function TransactionButton({ transaction, request, onDone, children, ...look }: TransactionButtonProps) {
  const t = useT();
  const { config } = useDeployment();
  const wallet = useWallet();

  if (wallet.status !== 'connected') {
    return (
      <Button {...look} icon="wallet" disabled={false} busy={wallet.status !== 'disconnected'} onClick={wallet.connect}>
        {t('wallet.connectFirst')}
      </Button>
    );
  }
  if (wallet.chainId !== config.chain.id) return <SwitchChainButton variant={look.variant} wide={look.wide} />;

  const busyLabel = busyLabels[transaction.state.stage];
  const send = async () => {
    const complete = request();
    if (complete) await transaction.send(complete, onDone);
  };
  return (
    <Button {...look} busy={busyLabel !== undefined} onClick={send}>
      {busyLabel ? t(busyLabel) : children}
    </Button>
  );
}
