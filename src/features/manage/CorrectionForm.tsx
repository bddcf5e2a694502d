import { useState } from 'react';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { correctionOf } from '../../domain/correction.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { readReason } from '../../domain/reason.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CorrectionNotice } from './CorrectionNotice.tsx';
import { correctReading } from './correctReading.ts';

const MAX_REGISTER = 2n ** 48n - 1n;

/** The latest reading was too high. Says before it is sent what was billed too much. */
export function CorrectionForm({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const transaction = useTransaction();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const own = readFigure(text, { decimals: 3, least: 0n, most: MAX_REGISTER });
  const correction = own === null ? null : correctionOf(connection, own);
  if (connection.isEstimated) return <Notice tone="warn">{t('manage.latestIsEstimated')}</Notice>;
  const problem = () => {
    if (own === null) return isTried || text !== '' ? t('readings.expected.kilowattHours') : null;
    return correction?.isLower === false ? t('manage.notLower', { last: format.energy(correction.last) }) : null;
  };
  const request = () => {
    setTried(true);
    const words = readReason(reason);
    return own !== null && correction?.isLower && words ? correctReading(connection.number, own, words) : null;
  };
  const onDone = () => {
    setText('');
    setReason('');
    setTried(false);
  };
  return (
    <Stack>
      <p>{t('manage.correctHint')}</p>
      <TextField
        label={t('manage.rightRegister')}
        hint={t('manage.ownHint')}
        inputMode="decimal"
        after="kWh"
        value={text}
        onValue={setText}
        error={problem()}
      />
      <ReasonField value={reason} onValue={setReason} isTried={isTried} />
      <div aria-live="polite">
        {correction?.isLower && <CorrectionNotice connection={connection} overbilled={correction.overbilled} />}
      </div>
      <Row>
        <TransactionButton transaction={transaction} variant="secondary" request={request} onDone={onDone}>
          {t('manage.correctIt')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
