import type { Debt } from '../../chain/history/debts.ts';
import type { MoneyEntry } from '../../chain/history/entries.ts';
import { HistoryPending } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { allocate, arrears } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Stack } from '../../ui/Layout.tsx';
import { Allocation } from './Allocation.tsx';

interface PreviewProps {
  connection: Connection;
  /** Bills that are not paid, the oldest first. */
  open: readonly { bill: Debt; open: bigint }[];
  /** Millionths of the currency. */
  amount: bigint;
  history: History<MoneyEntry>;
}

/** What an amount would settle, the oldest bill first. */
export function Preview({ connection, open, amount, history }: PreviewProps) {
  const t = useT();
  const format = useFormat();
  const { charged, credited } = connection;
  const owed = arrears(charged, credited);
  const known = open.reduce((sum, one) => sum + one.open, 0n);
  const { bills, advance } = allocate(
    open.map(({ bill }) => bill),
    { before: credited, after: credited + amount },
    charged,
  );
  return (
    <Stack>
      <h2>{t('payment.settles')}</h2>
      {known < owed && !history.complete ? (
        <HistoryPending history={history} lines={2} />
      ) : amount > 0n ? (
        <>
          <Allocation
            connection={connection.number}
            rows={[
              ...bills.map(({ bill, amount: part }) => {
                const left = (open.find((one) => one.bill === bill)?.open ?? 0n) - part;
                const note = left > 0n ? t('payment.staysOpen', { amount: format.money(left) }) : t('payment.inFull');
                return { bill: bill.number, part, note };
              }),
              ...(advance > 0n ? [{ bill: null, part: advance, note: t('payment.advanceNote') }] : []),
            ]}
          />
          <p>{t('payment.leftAfter', { amount: format.money(owed > amount ? owed - amount : 0n) })}</p>
        </>
      ) : (
        <p>{t('payment.previewEmpty')}</p>
      )}
    </Stack>
  );
}
