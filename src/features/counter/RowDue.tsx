import { advance, arrears } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import type { CheckedRow } from './checkRows.ts';
import styles from './RowDue.module.css';

interface RowDueProps {
  checked: CheckedRow;
  /** Has what is due paid again, where another amount was written; null where it can't be or is. */
  onDue: (() => void) | null;
}

/** How the connection of a row stands. */
export function RowDue({ checked: { connection, amount, state }, onDue }: RowDueProps) {
  const t = useT();
  const format = useFormat();
  if (state === 'sent') return <p className={styles.due}>{t('transaction.pending')}</p>;
  if (state === 'looking') return <p className={styles.due}>{t('counter.looking')}</p>;
  if (!connection) return null;
  const { charged, credited } = connection;
  const owed = arrears(charged, credited);
  const ahead = advance(charged, credited);
  return (
    <Row>
      <span className={styles.due}>
        {owed > 0n && t('counter.due', { amount: format.money(owed) })}
        {owed === 0n && (ahead > 0n ? t('counter.ahead', { amount: format.money(ahead) }) : t('counter.settled'))}
      </span>
      {owed > 0n && amount !== owed && onDue && (
        <Button variant="quiet" onClick={onDue}>
          {t('counter.payDue')}
        </Button>
      )}
    </Row>
  );
}
