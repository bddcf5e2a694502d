import type { MoneyEntry, Payment } from '../../chain/history/entries.ts';
import { HistoryPending } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { PageCode } from '../../ui/PageCode.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Allocation } from './Allocation.tsx';
import { ReceiptFacts } from './ReceiptFacts.tsx';
import { settledBy } from './settledBy.ts';

interface ReceiptViewProps {
  connection: Connection;
  payment: Payment;
  history: History<MoneyEntry>;
}

export function ReceiptView({ connection, payment, history }: ReceiptViewProps) {
  const t = useT();
  const { bills, paidBack, advance } = settledBy(payment, history.entries, connection.charged);
  return (
    <Columns>
      <Stack>
        <Panel variant="accent" title={t('payment.paid')}>
          <Amount value={payment.amount} size="hero" />
          <ReceiptFacts connection={connection} payment={payment} />
        </Panel>
      </Stack>
      <Stack>
        <Panel title={t('payment.settled')}>
          {history.complete ? (
            <Allocation
              connection={connection.number}
              rows={[
                ...bills.map(({ bill, amount }) => {
                  const inFull = amount === bill.amount;
                  return { bill: bill.number, part: amount, note: t(inFull ? 'payment.inFull' : 'payment.inPart') };
                }),
                ...(paidBack > 0n ? [{ bill: null, part: paidBack, note: t('payment.paidBack') }] : []),
                ...(advance > 0n ? [{ bill: null, part: advance, note: t('payment.advanceNote') }] : []),
              ]}
            />
          ) : (
            <HistoryPending history={history} lines={2} />
          )}
        </Panel>
        <Panel>
          <PageCode />
        </Panel>
      </Stack>
    </Columns>
  );
}
