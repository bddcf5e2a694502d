import { useState } from 'react';
import type { Address } from 'viem';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { checkReading, type MeterState } from '../../domain/readingCheck.ts';
import { useT } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { exchangeMeter } from './exchangeMeter.ts';
import { OwnReadingCheck } from './OwnReadingCheck.tsx';
import { OwnReadingFields } from './OwnReadingFields.tsx';
import { useOwnReading } from './useOwnReading.ts';

const MAX_REGISTER = 2n ** 48n - 1n;

/** Another meter: the old one's last register, the new one's first. What is used between goes on without a gap. */
export function ExchangeForm({ connection, meter }: { connection: WholeConnection; meter: MeterState }) {
  const t = useT();
  const { plausibilityPercent } = useDeployment().facts;
  const { time } = useChainTime();
  const transaction = useTransaction();
  const reading = useOwnReading();
  const [first, setFirst] = useState('0');
  const [key, setKey] = useState<Address | null>(null);
  const [isTried, setTried] = useState(false);
  const { register, readAt } = reading;
  const newRegister = readFigure(first, { decimals: 3, least: 0n, most: MAX_REGISTER });
  const check =
    register !== null && readAt !== null
      ? checkReading({ register, readAt }, meter, { now: time, plausibilityPercent })
      : null;
  const isPossible = check?.kind === 'plausible' || check?.kind === 'implausible' || check?.kind === 'recorded';
  const request = () => {
    setTried(true);
    if (register === null || readAt === null || newRegister === null || !isPossible) return null;
    return exchangeMeter(connection.number, { finalRegister: register, newRegister, readAt, key });
  };
  const onDone = () => {
    reading.reset();
    setFirst('0');
    setKey(null);
    setTried(false);
  };
  return (
    <Stack>
      <p>{t('manage.exchangeHint')}</p>
      <OwnReadingFields
        reading={reading}
        label={t('manage.finalRegister')}
        hint={t('manage.finalHint')}
        isTried={isTried}
      />
      <TextField
        label={t('manage.newRegister')}
        hint={t('manage.newHint')}
        inputMode="decimal"
        after="kWh"
        value={first}
        onValue={setFirst}
        error={newRegister === null ? t('readings.expected.kilowattHours') : null}
      />
      <AddressField label={t('manage.newKey')} hint={t('manage.keyHint')} optional value={key} onValue={setKey} />
      <OwnReadingCheck check={check} connection={connection.number} meter={meter} reading={reading} isConfirmed />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          disabled={check !== null && !isPossible}
          request={request}
          onDone={onDone}
        >
          {t('manage.exchangeIt')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
