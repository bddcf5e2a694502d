import type { Bill, Span } from '../../chain/history/entries.ts';
import type { BilledSpan, SpanVerification } from '../../domain/verify.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Table } from '../../ui/Table.tsx';

interface SpanDifferencesProps {
  bill: Bill;
  span: Span | null;
  expected: SpanVerification['expected'];
}

/** How the bill came about by the contract and by this page, where it is of several periods or replaces estimates. */
export function SpanDifferences({ bill, span, expected }: SpanDifferencesProps) {
  const t = useT();
  const format = useFormat();
  const claimed: BilledSpan = span ?? { periods: 1, total: bill.amount, estimated: 0n, credit: 0n };
  const money = (what: 'total' | 'estimated' | 'credit') => ({
    what: t(`life.span.${what}`),
    contract: format.money(claimed[what]),
    page: format.money(expected[what]),
  });
  return (
    <Table
      caption={t('bill.differences')}
      columns={[
        { header: t('life.span.what'), cell: ({ what }) => what, footer: t('bill.amount') },
        {
          header: t('bill.byContract'),
          cell: ({ contract }) => contract,
          footer: format.money(bill.amount),
          align: 'end',
        },
        { header: t('bill.byPage'), cell: ({ page }) => page, footer: format.money(expected.amount), align: 'end' },
      ]}
      rows={[
        {
          what: t('life.span.periods'),
          contract: format.count(claimed.periods),
          page: format.count(expected.periods),
        },
        money('total'),
        money('estimated'),
        money('credit'),
      ]}
      rowKey={({ what }) => what}
    />
  );
}
