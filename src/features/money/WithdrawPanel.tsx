import { useState } from 'react';
import type { Address } from 'viem';
import { useTotals } from '../../chain/reads/totals.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useWallet } from '../../chain/wallet/useWallet.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { amountProblem, withdraw } from './withdraw.ts';

/** The treasurer takes out what the board has collected. */
export function WithdrawPanel() {
  const t = useT();
  const words = useWords();
  const format = useFormat();
  const wallet = useWallet();
  const transaction = useTransaction();
  const [amount, setAmount] = useState<bigint | null>(null);
  const [to, setTo] = useState<Address | null>(wallet.address);
  const [isTried, setTried] = useState(false);
  return (
    <QueryPanel
      title={t('money.withdraw')}
      query={useTotals()}
      isEmpty={({ boardBalance }) => boardBalance === 0n && transaction.state.stage === 'idle'}
      empty={t('money.nothingToWithdraw')}
    >
      {({ boardBalance }) => {
        const problem = amountProblem(amount, boardBalance, isTried);
        const request = () => {
          setTried(true);
          return amount !== null && to && !amountProblem(amount, boardBalance, true) ? withdraw(amount, to) : null;
        };
        return (
          <>
            <MoneyField
              label={t('money.amount')}
              hint={t('money.available', { amount: format.money(boardBalance) })}
              value={amount}
              onValue={setAmount}
              error={problem && words(problem)}
            />
            <div>
              <Button variant="quiet" onClick={() => setAmount(boardBalance)}>
                {t('money.all')}
              </Button>
            </div>
            <AddressField
              label={t('money.to')}
              hint={t('money.toHint')}
              value={to}
              onValue={setTo}
              error={isTried && !to ? t('money.toMissing') : null}
            />
            <Row>
              <TransactionButton
                transaction={transaction}
                request={request}
                onDone={() => {
                  setAmount(null);
                  setTried(false);
                }}
              >
                {t('money.withdraw')}
              </TransactionButton>
            </Row>
            <TransactionStatus transaction={transaction} />
          </>
        );
      }}
    </QueryPanel>
  );
}
