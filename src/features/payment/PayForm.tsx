import { useState } from 'react';
import { Holdings } from '../../chain/asset/Holdings.tsx';
import { useHoldings } from '../../chain/asset/useHoldings.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { debtsOf } from '../../chain/history/debts.ts';
import { useMoneyHistory } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { usePendingTransactions } from '../../chain/transactions/useTracked.ts';
import type { TransactionFlow } from '../../chain/transactions/useTransaction.ts';
import { useWallet } from '../../chain/wallet/useWallet.ts';
import { arrears, openBills } from '../../domain/ledger.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { Row } from '../../ui/Layout.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AmountChoice, type Choice } from './AmountChoice.tsx';
import styles from './PayForm.module.css';
import { Preview } from './Preview.tsx';
import { pay } from './pay.ts';
import { problemOf } from './problemOf.ts';

interface PayFormProps {
  connection: Connection;
  transaction: TransactionFlow;
}

/** What to pay, what that settles, and the button. Nothing in it is lost when the wallet or the chain refuses. */
export function PayForm({ connection, transaction }: PayFormProps) {
  const t = useT();
  const words = useWords();
  const format = useFormat();
  const { number, charged, credited } = connection;
  const { facts } = useDeployment();
  const history = useMoneyHistory(connection);
  const holdings = useHoldings(useWallet().address).data;
  const pending = usePendingTransactions(`connection:${number}`);

  const owed = arrears(charged, credited);
  const open = openBills(debtsOf(history.entries), credited).reverse();
  const [wanted, setWanted] = useState<Choice>('all');
  const [typed, setTyped] = useState<bigint | null>(null);
  const [isTried, setTried] = useState(false);
  const choice = possibleChoice(wanted, owed, open.length);
  const amount = { all: owed, oldest: open[0]?.open ?? null, other: typed }[choice];
  const problem = problemOf(amount, { connection: number, credited, holdings, step: facts.step });
  const shown = problem && (amount !== null || isTried) ? words(problem) : null;
  const isWaiting = transaction.state.stage === 'pending';

  return (
    <div className={styles.form}>
      <Panel variant="accent">
        {owed === 0n && <Notice>{t('payment.nothingDue')}</Notice>}
        {!isWaiting &&
          pending.map(({ hash, describe }) => (
            <Notice key={hash} tone="warn" title={t('transaction.pending')}>
              {words(describe)}
            </Notice>
          ))}
        {owed > 0n && <AmountChoice value={choice} onValue={setWanted} owed={owed} open={open} />}
        {choice === 'other' && (
          <MoneyField label={t('payment.amount')} value={typed} onValue={setTyped} error={shown} />
        )}
        {choice !== 'other' && shown && <Notice tone="bad">{shown}</Notice>}
        <Preview connection={connection} open={open} amount={amount ?? 0n} history={history} />
        {holdings !== undefined && <Holdings amount={holdings} />}
        <Row>
          <TransactionButton
            transaction={transaction}
            variant="accent"
            wide
            request={() => {
              setTried(true);
              return amount === null || problem ? null : pay(number, amount, facts);
            }}
          >
            {amount ? t('payment.pay', { amount: format.money(amount) }) : t('connection.pay')}
          </TransactionButton>
        </Row>
        <TransactionStatus transaction={transaction} />
      </Panel>
    </div>
  );
}

/** What was chosen may be gone: somebody else has paid meanwhile. */
function possibleChoice(wanted: Choice, owed: bigint, openBills: number): Choice {
  if (owed === 0n) return 'other';
  return wanted === 'oldest' && openBills < 2 ? 'all' : wanted;
}
