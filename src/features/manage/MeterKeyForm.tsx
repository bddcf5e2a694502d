import { useState } from 'react';
import type { Address } from 'viem';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { setMeterKey } from './setMeterKey.ts';

/** A meter with a key signs its readings, and anyone may bring them. */
export function MeterKeyForm({ connection: { number, meterKey } }: { connection: WholeConnection }) {
  const t = useT();
  const transaction = useTransaction();
  const [key, setKey] = useState<Address | null>(null);
  const [isTried, setTried] = useState(false);
  return (
    <Stack>
      <p>{t('manage.signingHint')}</p>
      {meterKey && (
        <Row>
          <Hex value={meterKey} />
          <TransactionButton transaction={transaction} variant="secondary" request={() => setMeterKey(number, null)}>
            {t('manage.takeKey')}
          </TransactionButton>
        </Row>
      )}
      <AddressField
        label={t('manage.newKey')}
        hint={t('manage.keyHint')}
        value={key}
        onValue={setKey}
        error={isTried && !key ? t('manage.keyMissing') : null}
      />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => {
            setTried(true);
            return key && setMeterKey(number, key);
          }}
          onDone={() => {
            setKey(null);
            setTried(false);
          }}
        >
          {t('manage.setKey')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
