import type { TransactionReceipt } from 'viem';
import type { Connection } from '../../chain/reads/connections.ts';
import { Finality } from '../../chain/transactions/Finality.tsx';
import { advance, arrears } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { paymentIn } from './paymentIn.ts';

interface PaidProps {
  connection: Connection;
  receipt: TransactionReceipt;
  isFinal: boolean;
  onMore: () => void;
}

/** A payment has gone through: its receipt, and what is left. */
export function Paid({ connection, receipt, isFinal, onMore }: PaidProps) {
  const t = useT();
  const format = useFormat();
  const { number, charged, credited } = connection;
  const payment = paymentIn(receipt, number);
  const left = arrears(charged, credited);
  const ahead = advance(charged, credited);
  return (
    <Panel variant="accent" title={t('payment.paid')}>
      {payment && <Amount value={payment.amount} size="hero" />}
      <Notice tone="good">
        <Finality block={receipt.blockNumber} isFinal={isFinal} />
      </Notice>
      <p>
        {ahead > 0n
          ? t('payment.aheadNow', { amount: format.money(ahead) })
          : t('payment.leftNow', { amount: format.money(left) })}
      </p>
      <Row>
        {payment && (
          <LinkButton to={paths.receipt(number, payment.block, payment.logIndex)} icon="bill">
            {t('payment.receipt')}
          </LinkButton>
        )}
        <LinkButton variant="secondary" to={paths.connection(number)}>
          {t('payment.toAccount')}
        </LinkButton>
        <Button variant="quiet" onClick={onMore}>
          {t('payment.more')}
        </Button>
      </Row>
    </Panel>
  );
}
