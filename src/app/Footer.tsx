import { useDeployment } from '../chain/deployment.ts';
import { useChainTime } from '../chain/head.ts';
import { currentLanguage } from '../messages/language.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import { Button } from '../ui/Button.tsx';
import { TimeText } from '../ui/DateText.tsx';
import { Hex } from '../ui/Hex.tsx';
import styles from './Shell.module.css';
import { useTheme } from './theme.ts';

/** Where the figures come from. */
export function Footer() {
  const t = useT();
  const format = useFormat();
  const { board, chain, contracts } = useDeployment().config;
  const { isDark, toggle } = useTheme();
  const { block, time } = useChainTime();
  return (
    <footer className={styles.footer}>
      <div>
        <p>{t('shell.footer', { board: board.name, chain: chain.name })}</p>
        <p className={styles.facts}>
          <span>{t('shell.chain', { chain: chain.name, id: String(chain.id) })}</span>
          <span>
            {t('shell.block', { block: format.count(block) })} · <TimeText seconds={time} />
          </span>
          <span>
            ElectricityBilling <Hex value={contracts.electricityBilling} />
          </span>
          <span>
            TariffBook <Hex value={contracts.tariffBook} />
          </span>
        </p>
        <p>
          <Button variant="quiet" icon={isDark ? 'sun' : 'moon'} onClick={toggle}>
            {t(isDark ? 'shell.light' : 'shell.dark')}
          </Button>
        </p>
        {currentLanguage() !== 'en' && <p>{t('shell.languageReview')}</p>}
      </div>
    </footer>
  );
}
