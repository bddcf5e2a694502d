import type { PaidRow } from './draft.ts';
import { Slip } from './Slip.tsx';
import styles from './Slips.module.css';

/** The receipts on paper, each on a page of its own. On the screen there are links to them instead. */
export function Slips({ paid }: { paid: readonly PaidRow[] }) {
  return (
    <div className={styles.slips}>
      {paid.map((one) => (
        <Slip key={`${one.block}-${one.logIndex}`} paid={one} />
      ))}
    </div>
  );
}
