import { useChainTime } from '../../chain/head.ts';
import { debtsOf } from '../../chain/history/debts.ts';
import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { billStatus, openAmount } from '../../domain/ledger.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { BillStatusBadge } from '../../ui/BillStatusBadge.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { owedBefore } from './settlement.ts';

interface BillSumProps {
  connection: Connection;
  bill: Bill;
  history: History<MoneyEntry>;
}

/** What the bill asks for, by when, what of it is open, and what was owed besides when it came. */
export function BillSum({ connection, bill, history }: BillSumProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const { number, credited } = connection;
  const debt = debtsOf(history.entries).find((one) => one.number === bill.number) ?? bill;
  const surcharge = debt.amount - bill.amount;
  const open = openAmount(debt, credited);
  const span = history.entries.find((entry) => entry.type === 'span' && entry.bill === bill.number);
  const credit = span?.type === 'span' ? span.credit : 0n;
  const before = history.complete ? owedBefore(bill, history.entries) : null;
  return (
    <Panel variant="accent" title={t('bill.amount')}>
      <Row>
        <Amount value={bill.amount} size="hero" />
        <BillStatusBadge status={billStatus(debt, credited, today)} />
      </Row>
      <DefinitionList
        items={[
          { term: t('bill.dueDay'), detail: format.date(bill.dueDay) },
          ...(surcharge > 0n ? [{ term: t('life.surchargeWith'), detail: <Amount value={surcharge} /> }] : []),
          ...(credit > 0n ? [{ term: t('life.creditWith'), detail: <Amount value={credit} /> }] : []),
          { term: t('bill.open'), detail: <Amount value={open} /> },
          ...(before === null
            ? []
            : [
                {
                  term: t(before < 0n ? 'bill.advanceBefore' : 'bill.arrearsBefore'),
                  detail: <Amount value={before < 0n ? -before : before} />,
                },
                {
                  term: t('bill.payable'),
                  detail: <Amount value={positive(before + debt.amount - credit)} />,
                },
              ]),
        ]}
      />
      {open > 0n && (
        <div className="no-print">
          <LinkButton variant="accent" icon="money" to={paths.pay(number)}>
            {t('connection.pay')}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
