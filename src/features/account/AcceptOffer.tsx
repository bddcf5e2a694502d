import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { advance, arrears } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { acceptHandover } from './acceptHandover.ts';

/** For the wallet that a connection is offered to: what comes with it, and the way to take it. */
export function AcceptOffer({ connection }: { connection: Connection }) {
  const t = useT();
  const format = useFormat();
  const acceptance = useTransaction();
  const { number, charged, credited } = connection;
  const owed = format.money(arrears(charged, credited));
  const ahead = format.money(advance(charged, credited));
  return (
    <Panel variant="accent" title={t('connection.offeredToYou')}>
      <p>{t('connection.offeredToYouHint', { arrears: owed, advance: ahead })}</p>
      <Row>
        <TransactionButton transaction={acceptance} request={() => acceptHandover(number)}>
          {t('connection.accept')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={acceptance} />
    </Panel>
  );
}
