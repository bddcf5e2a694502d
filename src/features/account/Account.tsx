import { useMoneyHistory } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useWallet } from '../../chain/wallet/useWallet.ts';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { AcceptOffer } from './AcceptOffer.tsx';
import { AmountDue } from './AmountDue.tsx';
import { BillList } from './BillList.tsx';
import { ConnectionFacts } from './ConnectionFacts.tsx';
import { ConsumptionChart } from './ConsumptionChart.tsx';
import { PaymentList } from './PaymentList.tsx';

/** Everything about one connection, what is due first. Its holder can do more here than others. */
export function Account({ connection }: { connection: Connection }) {
  const history = useMoneyHistory(connection);
  const wallet = useWallet().address?.toLowerCase();
  const isHolder = wallet === connection.holder.toLowerCase();
  const isOffered = wallet !== undefined && wallet === connection.offeredTo?.toLowerCase();
  return (
    <>
      {isOffered && <AcceptOffer connection={connection} />}
      <Columns>
        <Stack>
          <AmountDue connection={connection} history={history} isHolder={isHolder} />
          <ConsumptionChart history={history} />
          <BillList connection={connection} history={history} />
        </Stack>
        <Stack>
          <PaymentList connection={connection} history={history} />
          <ConnectionFacts connection={connection} isHolder={isHolder} />
        </Stack>
      </Columns>
    </>
  );
}
