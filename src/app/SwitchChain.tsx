import { useDeployment } from '../chain/deployment.ts';
import { SwitchChainButton } from '../chain/wallet/SwitchChainButton.tsx';
import { useWallet } from '../chain/wallet/useWallet.ts';
import { useT } from '../messages/useMessages.ts';
import { Notice } from '../ui/Notice.tsx';

/** The wallet is on another chain than the page. */
export function SwitchChain() {
  const t = useT();
  const { chain } = useDeployment().config;
  const { chainId } = useWallet();
  return (
    <Notice tone="warn" actions={<SwitchChainButton variant="primary" />}>
      {t('wallet.wrongChain', { found: String(chainId), wanted: chain.name })}
    </Notice>
  );
}
