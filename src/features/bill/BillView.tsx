import { useMemo } from 'react';
import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import type { TariffVersion } from '../../domain/tariff/usage.ts';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageCode } from '../../ui/PageCode.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { BillLines } from '../../ui/tariff/BillLines.tsx';
import { BillFacts } from './BillFacts.tsx';
import { BillSum } from './BillSum.tsx';
import { CreditNotePanel } from './CreditNotePanel.tsx';
import { PaymentsOfBill } from './PaymentsOfBill.tsx';
import { useBillTariffs } from './useBillTariffs.ts';
import { VerificationNotice } from './VerificationNotice.tsx';
import { verify } from './verification.ts';

interface BillViewProps {
  connection: Connection;
  bill: Bill;
  history: History<MoneyEntry>;
}

export function BillView({ connection, bill, history }: BillViewProps) {
  const t = useT();
  const tariffs = useBillTariffs(bill);
  return (
    <Columns>
      <Stack>
        <BillSum connection={connection} bill={bill} history={history} />
        <QueryPanel query={tariffs} title={t('bill.lines')} lines={8}>
          {(versions) => <Computation bill={bill} versions={versions} />}
        </QueryPanel>
      </Stack>
      <Stack>
        <BillFacts connection={connection} bill={bill} tariffs={tariffs.data ?? []} />
        <PaymentsOfBill connection={connection} bill={bill} history={history} />
        <CreditNotePanel connection={connection} bill={bill} />
        <Panel>
          <PageCode />
        </Panel>
      </Stack>
    </Columns>
  );
}

/** The bill computed again on the spot: its lines, and whether it is the one on the chain. */
function Computation({ bill, versions }: { bill: Bill; versions: readonly TariffVersion[] }) {
  const t = useT();
  const outcome = useMemo(() => verify(bill, versions), [bill, versions]);
  if ('problem' in outcome) {
    return (
      <Notice tone="bad" title={t('bill.differs')}>
        {t('bill.noAnswer', { reason: outcome.problem })}
      </Notice>
    );
  }
  const { verification } = outcome;
  return (
    <>
      <VerificationNotice bill={bill} verification={verification} />
      <BillLines
        bill={verification.bill}
        caption={t('bill.lines')}
        total={t(verification.matches ? 'bill.total' : 'bill.computedTotal')}
      />
    </>
  );
}
