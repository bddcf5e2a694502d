import { useState } from 'react';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { proposePlan } from '../../chain/writes/proposePlan.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { useT } from '../../messages/useMessages.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** Instalments over all arrears, which the holder may accept. */
export function PlanForm({ connection }: { connection: bigint }) {
  const t = useT();
  const transaction = useTransaction();
  const [parts, setParts] = useState('6');
  const [interval, setInterval] = useState('30');
  const count = readFigure(parts, { decimals: 0, least: 2n, most: 60n });
  const days = readFigure(interval, { decimals: 0, least: 1n, most: 366n });
  return (
    <Stack>
      <p>{t('manage.planHint')}</p>
      <TextField
        label={t('manage.parts')}
        inputMode="numeric"
        value={parts}
        onValue={setParts}
        error={count === null ? t('manage.partsWrong') : null}
      />
      <TextField
        label={t('manage.interval')}
        inputMode="numeric"
        value={interval}
        onValue={setInterval}
        error={days === null ? t('manage.intervalWrong') : null}
      />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() =>
            count === null || days === null ? null : proposePlan(connection, Number(count), Number(days))
          }
        >
          {t('manage.propose')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
