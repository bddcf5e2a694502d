import type { Address } from 'viem';
import { useDeployment } from '../../chain/deployment.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { issueFinalBill } from './issueFinalBill.ts';
import { UnbilledText } from './UnbilledText.tsx';
import { unbilled } from './unbilled.ts';

/** A connection that is offered to another wallet: who moves out gets a last bill first. */
export function HandoverPanel({ connection, to }: { connection: WholeConnection; to: Address }) {
  const t = useT();
  const { utcOffset } = useDeployment().facts;
  const transaction = useTransaction();
  const { number, isEstimated } = connection;
  return (
    <Panel title={t('connections.handover')}>
      <p>{t('manage.handoverHint')}</p>
      <DefinitionList
        items={[
          { term: t('connections.newHolder'), detail: <Hex value={to} /> },
          { term: t('manage.lastBill'), detail: <UnbilledText connection={connection} /> },
        ]}
      />
      {isEstimated && <Notice tone="warn">{t('manage.closeNeedsReading')}</Notice>}
      {!isEstimated && unbilled(connection, utcOffset) && (
        <Row>
          <TransactionButton transaction={transaction} variant="secondary" request={() => issueFinalBill(number)}>
            {t('manage.issueFinalBill')}
          </TransactionButton>
        </Row>
      )}
      <TransactionStatus transaction={transaction} />
    </Panel>
  );
}
