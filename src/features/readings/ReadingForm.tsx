import { useState } from 'react';
import { useAccess } from '../../chain/access.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import type { TransactionFlow } from '../../chain/transactions/useTransaction.ts';
import { localTimeOf, timeOfLocal } from '../../domain/localTime.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { checkReading, type MeterState } from '../../domain/readingCheck.ts';
import { useT } from '../../messages/useMessages.ts';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReadingCheckNotice } from '../../ui/ReadingCheckNotice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { confirmReading, recordReading } from './recordReadings.ts';

interface ReadingFormProps {
  connection: bigint;
  meter: MeterState;
  /** As the field for date and time holds it. */
  readAt: string;
  onReadAt: (readAt: string) => void;
  transaction: TransactionFlow;
  onDone: () => void;
}

const MAX_REGISTER = 2n ** 48n - 1n;

/** Says what a reading comes to before it is sent. What is implausible, only the board can record. */
export function ReadingForm({ connection, meter, readAt, onReadAt, transaction, onDone }: ReadingFormProps) {
  const t = useT();
  const { utcOffset, plausibilityPercent } = useDeployment().facts;
  const { time } = useChainTime();
  const { isReader, isOperator } = useAccess();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const register = readFigure(text, { decimals: 3, least: 0n, most: MAX_REGISTER });
  const seconds = timeOfLocal(readAt, utcOffset);
  const check =
    register !== null && seconds !== null
      ? checkReading({ register, readAt: seconds }, meter, { now: time, plausibilityPercent })
      : null;
  const isConfirmed = check?.kind === 'implausible' || !isReader;
  const isPossible = check?.kind === 'plausible' || check?.kind === 'implausible';
  const mayRecord = isPossible && (isOperator || (isReader && check.kind === 'plausible'));
  const request = () => {
    setTried(true);
    if (!mayRecord || register === null || seconds === null) return null;
    const reading = { connection, register, readAt: seconds };
    return isConfirmed ? confirmReading(reading) : recordReading(reading);
  };
  return (
    <>
      <TextField
        label={t('readings.register')}
        hint={t('readings.registerHint')}
        inputMode="decimal"
        after="kWh"
        value={text}
        onValue={setText}
        error={register === null && (isTried || text !== '') ? t('readings.expected.kilowattHours') : null}
      />
      <TextField
        label={t('readings.readAt')}
        type="datetime-local"
        max={localTimeOf(time, utcOffset)}
        value={readAt}
        onValue={onReadAt}
        error={seconds === null ? t('readings.expected.date') : null}
      />
      <div aria-live="polite">
        {check && register !== null && seconds !== null && (
          <ReadingCheckNotice
            check={check}
            reading={{ connection, register, readAt: seconds }}
            days={(seconds - (meter.readBefore ?? meter.readAt)) / 86_400}
          />
        )}
        {check?.kind === 'implausible' && !isOperator && <Notice tone="bad">{t('readings.boardMustConfirm')}</Notice>}
      </div>
      <Row>
        <TransactionButton
          transaction={transaction}
          variant={check?.kind === 'implausible' ? 'danger' : 'primary'}
          disabled={check !== null && !mayRecord}
          request={request}
          onDone={onDone}
        >
          {t(isConfirmed ? 'readings.confirm' : 'readings.record')}
        </TransactionButton>
      </Row>
    </>
  );
}
