import { useT } from '../messages/useMessages.ts';
import styles from './BarChart.module.css';
import { Table } from './Table.tsx';

export interface Bar {
  id: string;
  /** Below the bar, short; it may have two lines. */
  tick: string;
  /** The row's name in the table. */
  label: string;
  value: bigint;
  /** The value with its unit. */
  text: string;
  /** Stands out, such as an estimated or the latest one. */
  marked?: boolean;
}

interface BarChartProps {
  title: string;
  /** Headers of the table: what the labels and the values are. */
  headers: [label: string, value: string];
  bars: readonly Bar[];
}

/** Bars for the eye, and the same figures as a table for everyone else and for exactness. */
export function BarChart({ title, headers, bars }: BarChartProps) {
  const t = useT();
  const highest = bars.reduce<Bar | undefined>(
    (most, bar) => (most && most.value >= bar.value ? most : bar),
    undefined,
  );
  const top = highest && highest.value > 0n ? highest.value : 1n;
  return (
    <figure className={styles.chart}>
      <span className={styles.top} aria-hidden="true">
        {highest?.text}
      </span>
      <div className={styles.plot} aria-hidden="true">
        {bars.map((bar) => (
          <div
            key={bar.id}
            className={`${styles.column} ${bar.marked ? styles.marked : ''}`}
            title={`${bar.label}: ${bar.text}`}
          >
            <div className={styles.track}>
              <div className={styles.bar} style={{ height: `${Number((bar.value * 1000n) / top) / 10}%` }} />
            </div>
            <span className={styles.tick}>{bar.tick}</span>
          </div>
        ))}
      </div>
      <figcaption className="visually-hidden">{title}</figcaption>
      <details className={styles.figures}>
        <summary>{t('common.figures')}</summary>
        <Table
          caption={title}
          columns={[
            { header: headers[0], cell: (bar) => bar.label },
            { header: headers[1], cell: (bar) => bar.text, align: 'end' },
          ]}
          rows={bars}
          rowKey={(bar) => bar.id}
        />
      </details>
    </figure>
  );
}
