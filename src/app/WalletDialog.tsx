import { lazy, Suspense } from 'react';
import { useDeployment } from '../chain/deployment.ts';
import { useBalance } from '../chain/reads/balance.ts';
import { hasDemo } from '../chain/wallet/hasDemo.ts';
import { useWallet } from '../chain/wallet/useWallet.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import { Button } from '../ui/Button.tsx';
import { DefinitionList } from '../ui/DefinitionList.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Hex } from '../ui/Hex.tsx';
import { Row, Stack } from '../ui/Layout.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

// Asked here too, so that other builds leave the code out.
const DemoAccounts =
  import.meta.env.MODE === 'demo'
    ? lazy(() => import('./DemoAccounts.tsx').then((m) => ({ default: m.DemoAccounts })))
    : null;

/** The connected wallet, and the demo wallets where there are any. */
export function WalletDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const { config } = useDeployment();
  const wallet = useWallet();
  const isConnected = wallet.status === 'connected';
  const connectOwn = async () => {
    onClose();
    if (wallet.kind === 'demo') await wallet.disconnect();
    wallet.connectOwn();
  };
  return (
    <Dialog title={t(isConnected ? 'wallet.mine' : 'wallet.connect')} open={open} onClose={onClose}>
      <Stack>
        {isConnected && <Connected />}
        <Row>
          {isConnected && (
            <Button variant="secondary" onClick={() => wallet.disconnect().then(onClose)}>
              {t('wallet.disconnect')}
            </Button>
          )}
          {hasDemo(config) && wallet.kind !== 'browser' && (
            <Button variant="secondary" icon="wallet" onClick={connectOwn}>
              {t('wallet.other')}
            </Button>
          )}
        </Row>
        {DemoAccounts && hasDemo(config) && (
          <Suspense fallback={<Skeleton />}>
            <DemoAccounts onPicked={onClose} />
          </Suspense>
        )}
      </Stack>
    </Dialog>
  );
}

function Connected() {
  const t = useT();
  const format = useFormat();
  const { config } = useDeployment();
  const { address, chainId, name } = useWallet();
  const balance = useBalance(address);
  return (
    <DefinitionList
      items={[
        { term: name ?? t('wallet.address'), detail: address && <Hex value={address} /> },
        {
          term: t('wallet.balance'),
          detail: balance.data === undefined ? '…' : format.coin(balance.data),
        },
        { term: t('wallet.chain'), detail: chainId === config.chain.id ? config.chain.name : String(chainId) },
      ]}
    />
  );
}
