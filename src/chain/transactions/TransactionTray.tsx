import { useEffect } from 'react';
import { useT, useWords } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { dismiss, type Tracked } from './store.ts';
import styles from './TransactionTray.module.css';
import { useResumePending, useTrackedTransactions } from './useTracked.ts';

const shown = 3;

/** The page that sent it says so for longer. */
const successShownFor = 8000;

/** The latest transactions, on whatever page the user is. */
export function TransactionTray() {
  const t = useT();
  useResumePending();
  const transactions = useTrackedTransactions()
    .filter((one) => !one.isHidden)
    .slice(0, shown);
  return (
    <ul className={`${styles.tray} no-print`} aria-label={t('transaction.tray')} aria-live="polite">
      {transactions.map((transaction) => (
        <TrayItem key={transaction.hash} transaction={transaction} />
      ))}
    </ul>
  );
}

function TrayItem({ transaction: { hash, describe, outcome, fellOut } }: { transaction: Tracked }) {
  const t = useT();
  const words = useWords();
  const stage: 'pending' | 'succeeded' | 'failed' = outcome ? (outcome.problem ? 'failed' : 'succeeded') : 'pending';
  useEffect(() => {
    if (stage !== 'succeeded') return;
    const timer = setTimeout(() => dismiss(hash), successShownFor);
    return () => clearTimeout(timer);
  }, [stage, hash]);
  return (
    <li className={`${styles.item} ${styles[stage]}`}>
      <span className={styles.mark}>{outcome && <Icon name={outcome.problem ? 'warn' : 'check'} />}</span>
      <span>
        <strong>{t(`transaction.stage.${stage}`)}</strong>
        <br />
        {words(describe)}
        {outcome?.problem && <> – {words(outcome.problem)}</>}
        {fellOut && <> – {t('transaction.fellOut')}</>}
      </span>
      <Button variant="quiet" icon="close" onClick={() => dismiss(hash)}>
        <span className="visually-hidden">{t('common.close')}</span>
      </Button>
    </li>
  );
}
