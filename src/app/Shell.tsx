import { useMemo, useRef } from 'react';
import { Link } from 'wouter';
import { useDeployment } from '../chain/deployment.ts';
import { useFollowChain } from '../chain/followChain.ts';
import { TransactionTray } from '../chain/transactions/TransactionTray.tsx';
import { WalletLookContext } from '../chain/wallet/look.ts';
import { WalletHost } from '../chain/wallet/WalletHost.tsx';
import { currentLanguage } from '../messages/language.ts';
import { useT } from '../messages/useMessages.ts';
import { Alerts } from './Alerts.tsx';
import { Footer } from './Footer.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';
import { Logo } from './Logo.tsx';
import { Navigation } from './Navigation.tsx';
import { Screens } from './Screens.tsx';
import styles from './Shell.module.css';
import { useTheme } from './theme.ts';
import { WalletButton } from './WalletButton.tsx';

/** What stands around every screen. */
export function Shell() {
  const t = useT();
  const { config } = useDeployment();
  const { isDark } = useTheme();
  const locale = currentLanguage() === 'hi' ? 'hi-IN' : 'en-US';
  const look = useMemo(() => ({ isDark, locale }) as const, [isDark, locale]);
  const main = useRef<HTMLElement>(null);
  useFollowChain();
  return (
    <div className={styles.shell}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('shell.skip')}
      </button>
      <header className={styles.masthead}>
        <div className={styles.bar}>
          <Link href="/" className={styles.home}>
            <Logo />
            <span className={styles.boardName}>{config.board.name}</span>
          </Link>
          <Navigation />
          <div className={styles.tools}>
            <LanguagePicker />
            <WalletButton />
          </div>
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={styles.main}>
        <Alerts />
        <Screens />
      </main>
      <Footer />
      <TransactionTray />
      <WalletLookContext value={look}>
        <WalletHost />
      </WalletLookContext>
    </div>
  );
}
