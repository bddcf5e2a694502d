import { useId } from 'react';
import styles from './LevelMeter.module.css';

interface LevelMeterProps {
  label: string;
  value: bigint;
  /** What it is measured against. */
  full: bigint;
  level: 'full' | 'below30' | 'below10' | 'empty';
  /** The same in words; the colour only repeats it. */
  text: string;
}

/** How much of something is left. */
export function LevelMeter({ label, value, full, level, text }: LevelMeterProps) {
  const id = useId();
  const thousandths = Number((value * 1000n) / full);
  return (
    <div className={styles.meter}>
      <span className={styles.words}>
        <label htmlFor={id}>{label}</label>
        <span>{text}</span>
      </span>
      <meter id={id} className="visually-hidden" min={0} max={1000} value={thousandths}>
        {text}
      </meter>
      <span className={styles.bar} aria-hidden="true">
        <span className={`${styles.fill} ${styles[level]}`} style={{ inlineSize: `${thousandths / 10}%` }} />
      </span>
    </div>
  );
}
