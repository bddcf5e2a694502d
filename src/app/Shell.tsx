import { useRef } from 'react';
import { Link } from 'wouter';
import { chainOf } from '../chain/client.ts';
import { useDeployment } from '../chain/deployment.ts';
import { useFollowChain } from '../chain/head.ts';
import { TransactionTray } from '../chain/transactions/TransactionTray.tsx';
import { WalletHost } from '../chain/wallet/WalletHost.tsx';
import { currentLanguage } from '../messages/language.ts';
import { useT } from '../messages/useMessages.ts';
import { Icon } from '../ui/Icon.tsx';
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
  const { isDark, toggle } = useTheme();
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
            <button
              type="button"
              className={styles.tool}
              aria-label={t(isDark ? 'shell.light' : 'shell.dark')}
              onClick={toggle}
            >
              <Icon name={isDark ? 'sun' : 'moon'} />
            </button>
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
      <WalletHost chain={chainOf(config)} isDark={isDark} locale={currentLanguage() === 'hi' ? 'hi-IN' : 'en-US'} />
    </div>
  );
}
