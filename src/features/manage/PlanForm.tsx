import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { proposePlan } from '../../chain/writes/proposePlan.ts';
import { useT } from '../../messages/useMessages.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { PlanFields, usePlanFields } from '../../ui/PlanFields.tsx';

/** Instalments over all arrears, which the holder may accept. */
export function PlanForm({ connection }: { connection: bigint }) {
  const t = useT();
  const transaction = useTransaction();
  const fields = usePlanFields();
  const { terms } = fields;
  return (
    <Stack>
      <p>{t('manage.planHint')}</p>
      <PlanFields {...fields} />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => terms && proposePlan(connection, terms.parts, terms.interval)}
        >
          {t('manage.propose')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
