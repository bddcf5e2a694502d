import { useDeployment } from '../chain/deployment.ts';
import { useHead } from '../chain/head.ts';
import { useWallet } from '../chain/wallet/useWallet.ts';
import { useT } from '../messages/useMessages.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './Shell.module.css';
import { SwitchChain } from './SwitchChain.tsx';

/** What is amiss with the node or the wallet, above every screen. */
export function Alerts() {
  const t = useT();
  const { config, wasReset } = useDeployment();
  const { isError } = useHead();
  const { chainId, problem, status } = useWallet();
  return (
    <div className={styles.alerts}>
      {isError && <Notice tone="bad">{t('shell.offline')}</Notice>}
      {wasReset && <Notice tone="warn">{t('shell.wasReset')}</Notice>}
      {problem && <Notice tone="bad">{t(`wallet.${problem}`)}</Notice>}
      {status === 'connected' && chainId !== config.chain.id && <SwitchChain />}
    </div>
  );
}
