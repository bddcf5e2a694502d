import { useState } from 'react';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { FieldError } from '../../domain/fieldError.ts';
import { parseSignedReading, type SignedReading } from '../../domain/signedReading.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';
import { recordSignedReading } from './recordSignedReading.ts';

export function SignedReadingForm() {
  const t = useT();
  const transaction = useTransaction();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [reading, problem] = read(text);
  return (
    <Panel title={t('signed.text')}>
      <TextAreaField
        label={t('signed.field')}
        hint={t('signed.hint')}
        value={text}
        onValue={setText}
        error={(isTried || text !== '') && problem ? t('signed.wrong', { problem }) : null}
      />
      {reading && <Facts reading={reading} />}
      <Row>
        <TransactionButton
          transaction={transaction}
          request={() => {
            setTried(true);
            return reading && recordSignedReading(reading);
          }}
          onDone={() => {
            setText('');
            setTried(false);
          }}
        >
          {t('signed.send')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Panel>
  );
}

function Facts({ reading: { connection, ownRegister, readAt } }: { reading: SignedReading }) {
  const t = useT();
  const format = useFormat();
  return (
    <DefinitionList
      items={[
        { term: t('signed.connection'), detail: String(connection) },
        { term: t('signed.register'), detail: format.energy(ownRegister) },
        { term: t('signed.readAt'), detail: format.dateTime(readAt) },
      ]}
    />
  );
}

function read(text: string): [SignedReading | null, string | null] {
  try {
    return [parseSignedReading(text), null];
  } catch (error) {
    if (error instanceof FieldError) return [null, error.message];
    throw error;
  }
}
