import type { Bill } from '../../chain/history/entries.ts';
import type { SpanVerification } from '../../domain/verify.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Table } from '../../ui/Table.tsx';
import { useQuote } from './useQuote.ts';
import { compareCharges } from './verification.ts';

/** Charge by charge, what the contract's own engine and this page make of a bill of one period. */
export function ChargeDifferences({ bill, verification }: { bill: Bill; verification: SpanVerification }) {
  const t = useT();
  const quote = useQuote(bill);
  const { expected, periods } = verification;
  return (
    <QueryView query={quote} lines={4}>
      {({ items, total }) => (
        <Table
          caption={t('bill.differences')}
          columns={[
            { header: t('tariff.charge'), cell: ({ label }) => label, footer: t('bill.total') },
            {
              header: t('bill.byContract'),
              cell: ({ contract }) => <Amount value={contract} />,
              footer: <Amount value={total} />,
              align: 'end',
            },
            {
              header: t('bill.byPage'),
              cell: ({ page }) => <Amount value={page} />,
              footer: <Amount value={expected.total} />,
              align: 'end',
            },
            {
              header: t('bill.difference'),
              cell: ({ contract, page }) => <Amount value={contract - page} />,
              footer: <Amount value={total - expected.total} />,
              align: 'end',
            },
          ]}
          rows={compareCharges(periods[0]?.bill.items ?? [], items)}
          rowKey={({ id }) => id}
        />
      )}
    </QueryView>
  );
}
