import { useMoneyHistory } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useStanding } from '../../chain/reads/standing.ts';
import { useWallet } from '../../chain/wallet/useWallet.ts';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { AcceptOffer } from './AcceptOffer.tsx';
import { AccountHistory } from './AccountHistory.tsx';
import { AgreementPanel } from './AgreementPanel.tsx';
import { AmountDue } from './AmountDue.tsx';
import { BillList } from './BillList.tsx';
import { ConnectionFacts } from './ConnectionFacts.tsx';
import { ConsumptionChart } from './ConsumptionChart.tsx';
import { LifeNotices } from './LifeNotices.tsx';
import { PaymentList } from './PaymentList.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { PrepaidPanel } from './PrepaidPanel.tsx';

/** Everything about one connection, what is due first. Its holder can do more here than others. */
export function Account({ connection }: { connection: Connection }) {
  const history = useMoneyHistory(connection);
  const standing = useStanding(connection.number).data;
  const wallet = useWallet().address?.toLowerCase();
  const isHolder = wallet === connection.holder.toLowerCase();
  const isOffered = wallet !== undefined && wallet === connection.offeredTo?.toLowerCase();
  const isLive = standing !== undefined && !standing.isClosed;
  const about = { connection, history, isHolder };
  return (
    <>
      {standing && (
        <LifeNotices connection={connection} standing={standing} entries={history.entries} isHolder={isHolder} />
      )}
      {isOffered && <AcceptOffer connection={connection} />}
      <Columns>
        <Stack>
          {connection.agreement === 0 && isLive ? (
            <PrepaidPanel {...about} />
          ) : (
            <AmountDue {...about} standing={standing} />
          )}
          {standing && <PlanPanel connection={connection} standing={standing} isHolder={isHolder} />}
          <ConsumptionChart history={history} />
          <BillList connection={connection} history={history} />
        </Stack>
        <Stack>
          <PaymentList connection={connection} history={history} />
          {isLive && <AgreementPanel connection={connection} standing={standing} isHolder={isHolder} />}
          <ConnectionFacts connection={connection} standing={standing} isHolder={isHolder} />
          <AccountHistory connection={connection.number} history={history} />
        </Stack>
      </Columns>
    </>
  );
}
