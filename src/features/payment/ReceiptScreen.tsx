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
import { ReceiptView } from './ReceiptView.tsx';

interface ReceiptScreenProps {
  number: bigint;
  block: bigint;
  logIndex: number;
}

/** The proof of one payment, on screen and on paper. A receipt is known by where its payment stands on the chain. */
export function ReceiptScreen({ number, block, logIndex }: ReceiptScreenProps) {
  const t = useT();
  const title = t('connection.title', { number: String(number) });
  return (
    <Page>
      <PageHeader
        title={t('payment.receiptTitle', { receipt: `${block}-${logIndex}` })}
        back={{ to: paths.connection(number), label: title }}
        actions={<PrintButton />}
      />
      <KnownConnection number={number}>
        {(connection) => <Found connection={connection} block={block} logIndex={logIndex} />}
      </KnownConnection>
    </Page>
  );
}

function Found({ connection, block, logIndex }: { connection: Connection; block: bigint; logIndex: number }) {
  const t = useT();
  const history = useMoneyHistory(connection);
  return (
    <HistoryView
      history={history}
      select={(entries) =>
        entries
          .filter((entry) => entry.type === 'payment')
          .filter((payment) => payment.block === block && payment.logIndex === logIndex)
      }
      empty={<Notice tone="warn">{t('payment.noSuchReceipt')}</Notice>}
    >
      {([payment]) => payment && <ReceiptView connection={connection} payment={payment} history={history} />}
    </HistoryView>
  );
}
