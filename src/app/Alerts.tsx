import { useDeployment } from '../chain/deployment.ts';
import { useHead } from '../chain/head.ts';
import { useStandsStill } from '../chain/standsStill.ts';
import { useWallet } from '../chain/wallet/useWallet.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import { Notice } from '../ui/Notice.tsx';
import styles from './Shell.module.css';
import { SwitchChain } from './SwitchChain.tsx';

/** What is amiss with the chain, its node or the wallet, above every screen. */
export function Alerts() {
  const t = useT();
  const format = useFormat();
  const { config, wasReset } = useDeployment();
  const { data: head, isError } = useHead();
  const standsStill = useStandsStill();
  const { chainId, problem, status } = useWallet();
  return (
    <div className={styles.alerts}>
      {isError && <Notice tone="bad">{t('shell.offline')}</Notice>}
      {standsStill && !isError && (
        <Notice tone="bad">{t('shell.standsStill', { time: format.dateTime(head.time) })}</Notice>
      )}
      {wasReset && <Notice tone="warn">{t('shell.wasReset')}</Notice>}
      {problem && <Notice tone="bad">{t(`wallet.${problem}`)}</Notice>}
      {status === 'connected' && chainId !== config.chain.id && <SwitchChain />}
    </div>
  );
}
