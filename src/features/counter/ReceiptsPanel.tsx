import { Link } from 'wouter';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PagedTable } from '../../ui/PagedTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import type { Draft, PaidRow } from './draft.ts';

interface ReceiptsPanelProps {
  paid: readonly PaidRow[];
  change: (next: (draft: Draft) => Draft) => void;
}

/** A receipt for each connection: the same as of any other payment. */
export function ReceiptsPanel({ paid, change }: ReceiptsPanelProps) {
  const t = useT();
  const format = useFormat();
  const sum = paid.reduce((total, { amount }) => total + amount, 0n);
  return (
    <Panel title={t('counter.receipts')} actions={<PrintButton />}>
      <Notice tone="good">{t('counter.paid', { count: paid.length, amount: format.money(sum) })}</Notice>
      <PagedTable
        caption={t('counter.receipts')}
        columns={[
          {
            header: t('counter.number'),
            cell: ({ connection }) => <Link href={paths.connection(connection)}>{String(connection)}</Link>,
          },
          { header: t('counter.amount'), cell: ({ amount }) => format.money(amount), align: 'end' },
          {
            header: t('payment.receiptNumber'),
            cell: ({ connection, block, logIndex }) => (
              <Link href={paths.receipt(connection, block, logIndex)}>
                {t('payment.receiptTitle', { receipt: `${block}-${logIndex}` })}
              </Link>
            ),
            align: 'end',
          },
        ]}
        rows={[...paid].reverse()}
        rowKey={({ block, logIndex }) => `${block}-${logIndex}`}
      />
      <p>{t('counter.printHint')}</p>
      <Row>
        <Button variant="quiet" onClick={() => change((draft) => ({ ...draft, paid: [] }))}>
          {t('counter.clear')}
        </Button>
      </Row>
    </Panel>
  );
}
