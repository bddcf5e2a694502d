import { useState } from 'react';
import { useDeployment } from '../chain/deployment.ts';
import { useWallet } from '../chain/wallet/useWallet.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './WalletButton.module.css';
import { WalletDialog } from './WalletDialog.tsx';

/** Connects, or tells which wallet is connected. Where there are demo wallets, they are offered first. */
export function WalletButton() {
  const t = useT();
  const format = useFormat();
  const { config } = useDeployment();
  const wallet = useWallet();
  const [isOpen, setOpen] = useState(false);
  const isBusy = wallet.status === 'loading' || wallet.status === 'connecting';
  const isConnected = wallet.status === 'connected' && wallet.address !== null;
  const isWrong = isConnected && wallet.chainId !== config.chain.id;
  const onClick = () => (isConnected ? setOpen(true) : wallet.connect());
  const onClose = () => {
    setOpen(false);
    wallet.stopChoosing();
  };
  return (
    <>
      {wallet.status === 'connected' && wallet.address ? (
        <button
          type="button"
          className={`${styles.button} ${styles.connected} ${isWrong ? styles.wrong : ''}`}
          aria-haspopup="dialog"
          onClick={onClick}
        >
          <span className={styles.dot} />
          <span className="visually-hidden">{t('wallet.mine')}</span> {format.short(wallet.address)}
        </button>
      ) : (
        <button type="button" className={styles.button} aria-busy={isBusy} disabled={isBusy} onClick={onClick}>
          <Icon name="wallet" />
          {t(isBusy ? 'wallet.connecting' : 'wallet.connect')}
        </button>
      )}
      <WalletDialog open={isOpen || (wallet.isChoosing ?? false)} onClose={onClose} />
    </>
  );
}
