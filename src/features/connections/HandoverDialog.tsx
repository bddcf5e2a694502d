import { useState } from 'react';
import type { Address } from 'viem';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { advance } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { offerHandover, withdrawOffer } from './offerHandover.ts';

interface HandoverDialogProps {
  connection: Connection;
  onClose: () => void;
}

/** For a holder whose wallet is lost: another wallet may take the connection over, unless it holds an advance. */
export function HandoverDialog({ connection, onClose }: HandoverDialogProps) {
  const t = useT();
  const format = useFormat();
  const transaction = useTransaction();
  const [to, setTo] = useState<Address | null>(null);
  const [isTried, setTried] = useState(false);
  const { number, holder, offeredTo, charged, credited } = connection;
  const paidAhead = advance(charged, credited);
  const isSame = to?.toLowerCase() === holder.toLowerCase();
  const problem = isSame
    ? t('error.SameHolder', { connection: String(number), holder: format.short(holder) })
    : isTried && !to && t('connections.holderMissing');
  return (
    <Dialog title={t('connections.handoverOf', { number: String(number) })} open onClose={onClose}>
      <p>{t('connections.handoverHint')}</p>
      <p>
        {t('connections.holder')}: <Hex value={holder} />
      </p>
      {offeredTo && (
        <>
          <Notice title={t('connections.offered')}>
            <Hex value={offeredTo} full />
          </Notice>
          <Row>
            <TransactionButton transaction={transaction} variant="secondary" request={() => withdrawOffer(number)}>
              {t('connections.withdrawOffer')}
            </TransactionButton>
          </Row>
        </>
      )}
      {!offeredTo && paidAhead > 0n && (
        <Notice tone="warn">
          {t('error.AdvanceInTheWay', { connection: String(number), advance: format.money(paidAhead) })}
        </Notice>
      )}
      {!offeredTo && paidAhead === 0n && (
        <>
          <AddressField label={t('connections.newHolder')} value={to} onValue={setTo} error={problem || null} />
          <Row>
            <TransactionButton
              transaction={transaction}
              request={() => {
                setTried(true);
                return to && !isSame ? offerHandover(number, to) : null;
              }}
            >
              {t('connections.offer')}
            </TransactionButton>
          </Row>
        </>
      )}
      <TransactionStatus transaction={transaction} />
    </Dialog>
  );
}
