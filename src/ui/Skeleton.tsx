import { useT } from '../messages/useMessages.ts';
import styles from './Panel.module.css';

/** Stands where lines of text will be. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useT();
  return (
    <div className={styles.skeleton} aria-live="polite">
      <p className="visually-hidden">{t('common.loading')}</p>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are alike
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
