import { Icon } from '../ui/Icon.tsx';
import styles from './Logo.module.css';

export function Logo() {
  return (
    <span className={styles.logo}>
      <span className={styles.mark}>
        <Icon name="bolt" size={22} />
      </span>
      <span className={styles.name}>Bijuli</span>
    </span>
  );
}
