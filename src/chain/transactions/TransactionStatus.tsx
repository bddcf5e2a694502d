import { useT, useWords } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Finality } from './Finality.tsx';
import type { TransactionFlow } from './useTransaction.ts';

/** Tells how a transaction is getting on, to screen readers too. Nothing before it is sent. */
export function TransactionStatus({ transaction }: { transaction: TransactionFlow }) {
  const { state } = transaction;
  return (
    <div aria-live="polite" aria-atomic="true">
      {state.stage !== 'idle' && <Told transaction={transaction} />}
    </div>
  );
}

function Told({ transaction: { state, retry } }: { transaction: TransactionFlow }) {
  const t = useT();
  const words = useWords();
  const step = state.step && words(state.step);
  switch (state.stage) {
    case 'preparing':
      return <Notice title={step}>{t('transaction.preparing')}</Notice>;
    case 'signing':
      return (
        <Notice tone="warn" title={step}>
          {t('transaction.signing')}
        </Notice>
      );
    case 'pending':
      return state.fellOut ? (
        <Notice tone="warn">
          {t('transaction.fellOut')} {state.hash && <Hex value={state.hash} />}
        </Notice>
      ) : (
        <Notice title={step ?? t('transaction.pending')}>
          {t(state.step ? 'transaction.pending' : 'transaction.pendingHint')} {state.hash && <Hex value={state.hash} />}
        </Notice>
      );
    case 'succeeded':
      return (
        <Notice tone="good" title={t('transaction.succeeded')}>
          {state.receipt && <Finality block={state.receipt.blockNumber} isFinal={state.isFinal === true} />}{' '}
          {state.hash && <Hex value={state.hash} />}
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          tone="bad"
          actions={
            <Button variant="secondary" onClick={retry}>
              {t('common.retry')}
            </Button>
          }
        >
          {state.problem && words(state.problem)}
        </Notice>
      );
    default:
      return null;
  }
}
