import { type ComponentProps, useState } from 'react';
import { Pager } from './Pager.tsx';
import { Table } from './Table.tsx';

type PagedTableProps<Row> = ComponentProps<typeof Table<Row>> & { pageSize?: number };

/** A {@link Table} of any length, a page at a time. */
export function PagedTable<Row>({ pageSize = 20, rows, ...table }: PagedTableProps<Row>) {
  const [wanted, setOffset] = useState(0);
  // The list may have got shorter.
  const offset = wanted < rows.length ? wanted : 0;
  return (
    <>
      <Table {...table} rows={rows.slice(offset, offset + pageSize)} />
      <Pager label={table.caption} offset={offset} limit={pageSize} total={rows.length} onOffset={setOffset} />
    </>
  );
}
