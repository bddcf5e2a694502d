import { HistoryView } from '../../chain/history/HistoryView.tsx';
import { useMoneyHistory } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { KnownConnection } from '../../chain/reads/KnownConnection.tsx';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { BillView } from './BillView.tsx';

/** One bill, down to the last line, on screen and on paper. */
export function BillScreen({ number, bill }: { number: bigint; bill: number }) {
  const t = useT();
  const title = t('connection.title', { number: String(number) });
  return (
    <Page>
      <PageHeader
        title={t('bill.title', { number: String(bill) })}
        back={{ to: paths.connection(number), label: title }}
        actions={<PrintButton />}
      />
      <KnownConnection number={number}>{(connection) => <Found connection={connection} bill={bill} />}</KnownConnection>
    </Page>
  );
}

function Found({ connection, bill }: { connection: Connection; bill: number }) {
  const t = useT();
  const history = useMoneyHistory(connection);
  return (
    <HistoryView
      history={history}
      select={(entries) => entries.filter((entry) => entry.type === 'bill' && entry.number === bill)}
      empty={
        <Notice tone="warn">
          {t('bill.unknown', { count: connection.bills, connection: String(connection.number) })}
        </Notice>
      }
    >
      {([found]) => found?.type === 'bill' && <BillView connection={connection} bill={found} history={history} />}
    </HistoryView>
  );
}
