import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { advance, arrears } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Button } from '../../ui/Button.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { closeConnection } from './closeConnection.ts';
import { UnbilledText } from './UnbilledText.tsx';

/** The final figures, before it is too late. */
export function CloseDialog({ connection, onClose }: { connection: WholeConnection; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const transaction = useTransaction();
  const { number, register, registerOffset, readAt, charged, credited } = connection;
  const owed = arrears(charged, credited);
  const ahead = advance(charged, credited);
  return (
    <Dialog
      title={t('manage.closeTitle', { number: String(number) })}
      open
      onClose={onClose}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <TransactionButton
            transaction={transaction}
            variant="danger"
            request={() => closeConnection(number)}
            onDone={onClose}
          >
            {t('manage.closeIt')}
          </TransactionButton>
        </>
      }
    >
      <DefinitionList
        items={[
          { term: t('manage.lastRegister'), detail: format.energy(register - registerOffset) },
          { term: t('connection.readAt'), detail: <TimeText seconds={readAt} /> },
          { term: t('manage.lastBill'), detail: <UnbilledText connection={connection} /> },
          {
            term: t(ahead > 0n ? 'manage.advanceNow' : 'manage.owedNow'),
            detail: <Amount value={ahead > 0n ? ahead : owed} />,
          },
        ]}
      />
      <p>{t(ahead > 0n ? 'manage.closeRefund' : 'manage.closeOwed')}</p>
      <Notice tone="warn">{t('manage.closeForGood')}</Notice>
      <TransactionStatus transaction={transaction} />
    </Dialog>
  );
}
