import type { Key, ReactNode } from 'react';
import styles from './Table.module.css';
import { tableRoles as as } from './tableRoles.ts';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  align?: 'end';
  /** Below the column, for sums. */
  footer?: ReactNode;
}

interface TableProps<Row> {
  /** What the table shows, for screen readers. */
  caption: string;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
}

/** On a phone each row becomes a card with the headers beside the values. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: it is no set of fields, and as a landmark it would repeat its panel's
    <div role="group" className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table} {...as.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead {...as.rowgroup}>
          <tr {...as.row}>
            {columns.map((column) => (
              <th key={column.header} {...as.columnheader} className={align(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...as.row}>
              {columns.map((column, index) => cell(column, column.cell(row), index === 0))}
            </tr>
          ))}
        </tbody>
        {columns.some((column) => column.footer !== undefined) && (
          <tfoot {...as.rowgroup}>
            <tr {...as.row}>{columns.map((column, index) => cell(column, column.footer, index === 0))}</tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

function cell<Row>(column: Column<Row>, content: ReactNode, first: boolean) {
  // On a phone a cell is a line of a header and this.
  const body = <div>{content}</div>;
  return first && content !== undefined ? (
    <th key={column.header} {...as.rowheader}>
      {body}
    </th>
  ) : (
    <td
      key={column.header}
      {...as.cell}
      data-label={column.header}
      className={`${align(column)} ${content === undefined ? styles.none : ''}`}
    >
      {body}
    </td>
  );
}

function align(column: { align?: 'end' }): string {
  return column.align === 'end' ? (styles.end ?? '') : '';
}
