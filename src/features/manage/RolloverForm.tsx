import { useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { checkReading, type MeterState } from '../../domain/readingCheck.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { OwnReadingCheck } from './OwnReadingCheck.tsx';
import { OwnReadingFields } from './OwnReadingFields.tsx';
import { recordRollover } from './recordRollover.ts';
import { rolloverProblem } from './rolloverProblem.ts';
import { useOwnReading } from './useOwnReading.ts';

const digits = ['5', '6', '7'] as const;

/** The meter has counted to its end and begun again at zero. */
export function RolloverForm({ connection, meter }: { connection: WholeConnection; meter: MeterState }) {
  const t = useT();
  const format = useFormat();
  const { plausibilityPercent } = useDeployment().facts;
  const { time } = useChainTime();
  const transaction = useTransaction();
  const reading = useOwnReading();
  const [count, setCount] = useState<(typeof digits)[number]>('5');
  const [isTried, setTried] = useState(false);
  const modulus = 10n ** BigInt(count) * 1000n;
  const { register, readAt } = reading;
  const problem = register === null ? null : rolloverProblem(meter.register, register, modulus);
  // With the modulus on top it is a reading as any other.
  const check =
    register !== null && readAt !== null && !problem
      ? checkReading({ register: register + modulus, readAt }, meter, { now: time, plausibilityPercent })
      : null;
  const isPossible = check?.kind === 'plausible';
  const request = () => {
    setTried(true);
    if (register === null || readAt === null || !isPossible) return null;
    return recordRollover(connection.number, register, readAt, modulus);
  };
  return (
    <Stack>
      <p>{t('manage.rolloverHint', { last: format.energy(meter.register) })}</p>
      <SelectField
        label={t('manage.digits')}
        hint={t('manage.digitsHint', { most: format.energy(modulus - 1000n) })}
        value={count}
        onValue={setCount}
        options={digits.map((value) => ({ value, label: value }))}
      />
      <OwnReadingFields
        reading={reading}
        label={t('readings.register')}
        hint={t('readings.registerHint')}
        isTried={isTried}
      />
      <div aria-live="polite">
        {problem && (
          <Notice tone="bad">{t(`manage.rollover.${problem}`, { last: format.energy(meter.register) })}</Notice>
        )}
      </div>
      <OwnReadingCheck check={check} connection={connection.number} meter={meter} reading={reading} />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          disabled={problem !== null || (check !== null && !isPossible)}
          request={request}
          onDone={() => {
            reading.reset();
            setTried(false);
          }}
        >
          {t('manage.rolloverIt')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
