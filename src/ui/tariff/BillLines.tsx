import type { Bill, BillItem } from '../../domain/tariff/bill.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { tableRoles as as } from '../tableRoles.ts';
import styles from './BillLines.module.css';
import { computation, lineName } from './computation.ts';

interface BillLinesProps {
  bill: Bill;
  /** What the table shows, for screen readers. */
  caption: string;
  /** What stands before the sum. */
  total: string;
}

/** Every charge of a bill, down to units × rate of each band, and how they add up. */
export function BillLines({ bill, caption, total }: BillLinesProps) {
  const t = useT();
  const format = useFormat();
  const sums = [
    ...bill.adjustments.filter(({ amount }) => amount !== 0n).map(({ id, amount }) => ({ label: id, amount })),
    { label: t('tariff.carriedIn'), amount: bill.carriedIn },
    { label: t('tariff.rounding'), amount: bill.total - bill.beforeRounding },
  ].filter(({ amount }) => amount !== 0n);
  return (
    <table className={styles.lines} {...as.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead {...as.rowgroup}>
        <tr {...as.row}>
          <th {...as.columnheader}>{t('tariff.charge')}</th>
          <th {...as.columnheader}>{t('tariff.computation')}</th>
          <th {...as.columnheader} className={styles.amount}>
            {t('tariff.amount')}
          </th>
        </tr>
      </thead>
      {bill.items
        .filter(({ printed }) => printed)
        .map((item) => (
          <Item key={item.id} item={item} bill={bill} />
        ))}
      <tfoot {...as.rowgroup}>
        {sums.map(({ label, amount }) => (
          <tr key={label} {...as.row}>
            <th {...as.rowheader} colSpan={2}>
              {label}
            </th>
            <td {...as.cell} className={styles.amount}>
              {format.money(amount)}
            </td>
          </tr>
        ))}
        <tr {...as.row} className={styles.total}>
          <th {...as.rowheader} colSpan={2}>
            {total}
          </th>
          <td {...as.cell} className={styles.amount}>
            {format.money(bill.total)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A charge of one line stands in one row; one of several has its sum above them. */
function Item({ item, bill }: { item: BillItem; bill: Bill }) {
  const speech = { t: useT(), format: useFormat() };
  const { money } = speech.format;
  const isSplit = bill.parts.length > 1;
  const lines = item.lines.flatMap((line, index) => {
    const part = bill.parts[line.part];
    if (!part) return [];
    const name = lineName(line, isSplit ? part : null, speech);
    return [{ key: index, name, how: computation(line, item, part, speech), amount: line.amount }];
  });
  const only = lines.length === 1 && !isSplit ? lines[0] : undefined;
  return (
    <tbody {...as.rowgroup} className={item.kind === 'subtotal' ? styles.subtotal : undefined}>
      <tr {...as.row}>
        <th {...as.rowheader}>{item.label}</th>
        <td {...as.cell} className={styles.how}>
          {only?.how}
        </td>
        <td {...as.cell} className={styles.amount}>
          {money(item.amount)}
        </td>
      </tr>
      {!only &&
        lines.map(({ key, name, how, amount }) => (
          <tr key={key} {...as.row} className={styles.line}>
            <td {...as.cell} className={styles.name}>
              {name}
            </td>
            <td {...as.cell} className={styles.how}>
              {how}
            </td>
            <td {...as.cell} className={styles.amount}>
              {money(amount)}
            </td>
          </tr>
        ))}
    </tbody>
  );
}
