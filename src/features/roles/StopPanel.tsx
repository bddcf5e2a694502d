import { useAccess } from '../../chain/access.ts';
import { useTotals } from '../../chain/reads/totals.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Row } from '../../ui/Layout.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';

/** The emergency stop of registrations, readings and bills. It never stops paying. */
export function StopPanel() {
  const t = useT();
  const { isAdmin } = useAccess();
  const transaction = useTransaction();
  const totals = useTotals();
  const isPaused = totals.data?.paused;
  return (
    <QueryPanel
      title={t('roles.stop')}
      actions={
        isPaused !== undefined && (
          <Badge tone={isPaused ? 'bad' : 'good'}>{t(isPaused ? 'roles.stopped' : 'roles.running')}</Badge>
        )
      }
      query={totals}
    >
      {({ paused }) => (
        <>
          <p>{t('roles.stopHint')}</p>
          {isAdmin && (
            <Row>
              <TransactionButton
                transaction={transaction}
                variant={paused ? 'primary' : 'danger'}
                request={() => ({
                  contract: 'electricityBilling',
                  functionName: paused ? 'unpause' : 'pause',
                  args: [],
                  describe: { key: paused ? 'roles.goOn' : 'roles.stopNow' },
                  subject: 'stop',
                })}
              >
                {t(paused ? 'roles.goOn' : 'roles.stopNow')}
              </TransactionButton>
            </Row>
          )}
          <TransactionStatus transaction={transaction} />
        </>
      )}
    </QueryPanel>
  );
}
