import { useT } from '../messages/useMessages.ts';
import styles from './PageCode.module.css';
import { QrCode } from './QrCode.tsx';

/** The way back from paper to this page: its own address as a code to scan. */
export function PageCode() {
  const t = useT();
  return (
    <div className={styles.pageCode}>
      <QrCode text={window.location.href} label={t('common.codeLabel')} />
      <p>{t('common.code')}</p>
    </div>
  );
}
