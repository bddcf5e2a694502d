import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import type { TransactionFlow } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** A payment that had gone through and whose block is not on the chain any more: what becomes of it now. */
export function FellOut({ number, transaction }: { number: bigint; transaction: TransactionFlow }) {
  const t = useT();
  return (
    <Panel variant="accent" title={t('payment.fellOut')}>
      <TransactionStatus transaction={transaction} />
      <Row>
        <LinkButton variant="secondary" to={paths.connection(number)}>
          {t('payment.toAccount')}
        </LinkButton>
      </Row>
    </Panel>
  );
}
