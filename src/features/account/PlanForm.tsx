import { useState } from 'react';
import { useChainTime } from '../../chain/head.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { proposePlan } from '../../chain/writes/proposePlan.ts';
import { arrears } from '../../domain/ledger.ts';
import { planState } from '../../domain/plan.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Instalments } from '../../ui/Instalments.tsx';
import { Row } from '../../ui/Layout.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** The holder proposes instalments over all that is owed, and sees what that would come to if it were accepted today. */
export function PlanForm({ connection: { number, charged, credited } }: { connection: Connection }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const transaction = useTransaction();
  const [parts, setParts] = useState('6');
  const [interval, setInterval] = useState('30');
  const count = readFigure(parts, { decimals: 0, least: 2n, most: 60n });
  const days = readFigure(interval, { decimals: 0, least: 1n, most: 366n });
  const total = arrears(charged, credited);
  const plan =
    count === null || days === null
      ? null
      : { total, parts: Number(count), interval: Number(days), startDay: today, creditedBefore: credited };
  return (
    <>
      <p>{t('life.planHint')}</p>
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
      {plan && (
        <>
          <p>{t('life.planPreview', { amount: format.money(total) })}</p>
          <Instalments instalments={planState(plan, credited, today).instalments} />
        </>
      )}
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => (plan ? proposePlan(number, plan.parts, plan.interval) : null)}
        >
          {t('manage.propose')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </>
  );
}
