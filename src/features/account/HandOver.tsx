import { useState } from 'react';
import type { Address } from 'viem';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { offerHandover, withdrawOffer } from './offerHandover.ts';

/** Moving out: the holder offers the connection to another wallet, which must accept it. */
export function HandOver({ connection }: { connection: Connection }) {
  const t = useT();
  const transaction = useTransaction();
  return (
    <Stack>
      {connection.offeredTo ? (
        <>
          <p>
            {t('connection.offered')} <Hex value={connection.offeredTo} />
          </p>
          <p>{t('connection.offeredHint')}</p>
          <Row>
            <TransactionButton
              transaction={transaction}
              variant="secondary"
              request={() => withdrawOffer(connection.number)}
            >
              {t('connection.withdrawOffer')}
            </TransactionButton>
          </Row>
          <TransactionStatus transaction={transaction} />
        </>
      ) : (
        <Disclosure title={t('connection.handOver')}>
          <OfferForm connection={connection} transaction={transaction} />
        </Disclosure>
      )}
    </Stack>
  );
}

interface OfferFormProps {
  connection: Connection;
  transaction: ReturnType<typeof useTransaction>;
}

function OfferForm({ connection, transaction }: OfferFormProps) {
  const t = useT();
  const format = useFormat();
  const [to, setTo] = useState<Address | null>(null);
  const [isTried, setTried] = useState(false);
  const isOwn = to?.toLowerCase() === connection.holder.toLowerCase();
  const problem = isOwn
    ? t('error.SameHolder', { connection: String(connection.number), holder: format.short(connection.holder) })
    : isTried && !to && t('connection.handOverTo');
  return (
    <>
      <p>{t('connection.handOverHint')}</p>
      <AddressField label={t('connection.newHolder')} value={to} onValue={setTo} error={problem || null} />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={() => {
            setTried(true);
            return to && !isOwn ? offerHandover(connection.number, to) : null;
          }}
        >
          {t('connection.offer')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </>
  );
}
