import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import { HistoryPending } from '../../chain/history/HistoryView.tsx';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { PageCode } from '../../ui/PageCode.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { BillComputation } from './BillComputation.tsx';
import { BillFacts } from './BillFacts.tsx';
import { BillSum } from './BillSum.tsx';
import { billContextOf } from './billContext.ts';
import { CreditNotePanel } from './CreditNotePanel.tsx';
import { DisputePanel } from './DisputePanel.tsx';
import { PaymentsOfBill } from './PaymentsOfBill.tsx';
import { SurchargePanel } from './SurchargePanel.tsx';
import { useBillTariffs } from './useBillTariffs.ts';

interface BillViewProps {
  connection: Connection;
  bill: Bill;
  history: History<MoneyEntry>;
}

export function BillView({ connection, bill, history }: BillViewProps) {
  const t = useT();
  const tariffs = useBillTariffs(bill);
  // How it came about may hang on anything before it, down to the registration.
  const context = history.complete ? billContextOf(bill, history.entries) : null;
  const tariff = tariffs.data?.at(-1)?.tariff;
  return (
    <Columns>
      <Stack>
        <BillSum connection={connection} bill={bill} history={history} />
        {context ? (
          <QueryPanel query={tariffs} title={t('bill.lines')} lines={8}>
            {(versions) => (
              <BillComputation connection={connection.number} bill={bill} context={context} versions={versions} />
            )}
          </QueryPanel>
        ) : (
          <Panel title={t('bill.lines')}>
            <HistoryPending history={history} lines={8} />
          </Panel>
        )}
        {context?.surcharge && tariff && (
          <SurchargePanel surcharge={context.surcharge} entries={history.entries} tariff={tariff} />
        )}
      </Stack>
      <Stack>
        <BillFacts connection={connection} bill={bill} tariffs={tariffs.data ?? []} />
        <PaymentsOfBill connection={connection} bill={bill} history={history} />
        <DisputePanel connection={connection} bill={bill} history={history} />
        <CreditNotePanel connection={connection} bill={bill} />
        <Panel>
          <PageCode />
        </Panel>
      </Stack>
    </Columns>
  );
}
