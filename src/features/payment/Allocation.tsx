import { Link } from 'wouter';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Titled } from '../../ui/Titled.tsx';
import styles from './Allocation.module.css';

interface AllocatedPart {
  /** Number of the bill that it settles; null for what is kept as an advance, or was paid back. */
  bill: number | null;
  /** Millionths of the currency. */
  part: bigint;
  /** What becomes of it. */
  note: string;
}

/** Where a payment goes or went, bill by bill. */
export function Allocation({ connection, rows }: { connection: bigint; rows: readonly AllocatedPart[] }) {
  const t = useT();
  return (
    <ul className={styles.parts}>
      {rows.map(({ bill, part, note }) => (
        <li key={`${bill}.${note}`}>
          <Titled title={bill === null ? t('payment.advance') : <BillLink connection={connection} bill={bill} />}>
            {note}
          </Titled>
          <Amount value={part} />
        </li>
      ))}
    </ul>
  );
}

function BillLink({ connection, bill }: { connection: bigint; bill: number }) {
  const t = useT();
  return <Link href={paths.bill(connection, bill)}>{t('bill.title', { number: String(bill) })}</Link>;
}
