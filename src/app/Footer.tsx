import { useDeployment } from '../chain/deployment.ts';
import { useChainTime } from '../chain/head.ts';
import { currentLanguage } from '../messages/language.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import { TimeText } from '../ui/DateText.tsx';
import { Hex } from '../ui/Hex.tsx';
import styles from './Shell.module.css';

/** Where the figures come from. */
export function Footer() {
  const t = useT();
  const format = useFormat();
  const { board, chain, contracts } = useDeployment().config;
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
        {currentLanguage() !== 'en' && <p>{t('shell.languageReview')}</p>}
      </div>
    </footer>
  );
}
