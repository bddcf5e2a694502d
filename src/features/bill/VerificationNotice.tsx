import type { Bill } from '../../chain/history/entries.ts';
import type { Verification } from '../../domain/verify.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { Table } from '../../ui/Table.tsx';
import { useQuote } from './useQuote.ts';
import { compareCharges } from './verification.ts';

/** Whether this page's own arithmetic comes to the bill on the chain; if not, where both part. */
export function VerificationNotice({ bill, verification }: { bill: Bill; verification: Verification }) {
  const t = useT();
  const format = useFormat();
  const { matches, expected, difference } = verification;
  if (matches) {
    return (
      <Notice tone="good" title={t('bill.matches')}>
        {t('bill.matchesHint', { amount: format.money(bill.amount) })}
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="bad" title={t('bill.differs')}>
        {t(difference > 0n ? 'bill.tooMuch' : 'bill.tooLittle', {
          amount: format.money(bill.amount),
          expected: format.money(expected),
          difference: format.money(difference > 0n ? difference : -difference),
        })}
      </Notice>
      <Differences bill={bill} verification={verification} />
    </>
  );
}

function Differences({ bill, verification }: { bill: Bill; verification: Verification }) {
  const t = useT();
  const quote = useQuote(bill);
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
              footer: <Amount value={verification.expected} />,
              align: 'end',
            },
            {
              header: t('bill.difference'),
              cell: ({ contract, page }) => <Amount value={contract - page} />,
              footer: <Amount value={verification.difference} />,
              align: 'end',
            },
          ]}
          rows={compareCharges(verification.bill.items, items)}
          rowKey={({ id }) => id}
        />
      )}
    </QueryView>
  );
}
