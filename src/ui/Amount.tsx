import { useFormat } from '../messages/useMessages.ts';
import styles from './Amount.module.css';

/** Money, in millionths of the currency. */
export function Amount({ value, size }: { value: bigint; size?: 'large' | 'hero' }) {
  const format = useFormat();
  return <span className={`${styles.amount} ${size ? styles[size] : ''}`}>{format.money(value)}</span>;
}
