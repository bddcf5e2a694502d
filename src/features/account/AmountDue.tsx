import { useChainTime } from '../../chain/head.ts';
import { debtsOf } from '../../chain/history/debts.ts';
import type { MoneyEntry } from '../../chain/history/entries.ts';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DueDays } from './DueDays.tsx';
import { duesOf } from './dues.ts';
import { PendingNotice } from './PendingNotice.tsx';
import { RefundForm } from './RefundForm.tsx';

interface AmountDueProps {
  connection: Connection;
  history: History<MoneyEntry>;
  isHolder: boolean;
  standing: Standing | undefined;
}

/** What is to pay, by when, and the way to pay it; or what was paid ahead. */
export function AmountDue({ connection, history, isHolder, standing }: AmountDueProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const dues = duesOf(connection, debtsOf(history.entries), today);
  const { arrears, advance } = dues;
  return (
    <Panel variant="accent" title={t(advance > 0n ? 'connection.advance' : 'connection.amountDue')}>
      <Amount value={advance > 0n ? advance : arrears} size="hero" />
      {arrears === 0n && <p>{t(nothingDue(connection, advance))}</p>}
      {arrears > 0n && (dues.isComplete || !history.error) && <DueDays dues={dues} />}
      {arrears > 0n && standing && standing.surcharge > 0n && (
        <p>
          {t('life.ofIt', { surcharge: format.money(standing.surcharge), overdue: format.money(standing.overdue) })}
        </p>
      )}
      <PendingNotice connection={connection.number} />
      <Row>
        <LinkButton variant={arrears > 0n ? 'accent' : 'secondary'} icon="money" to={paths.pay(connection.number)}>
          {t(arrears > 0n ? (isHolder ? 'connection.pay' : 'connection.payForThis') : 'connection.payAhead')}
        </LinkButton>
      </Row>
      {isHolder && advance > 0n && <RefundForm connection={connection} advance={advance} />}
    </Panel>
  );
}

function nothingDue({ bills }: Connection, advance: bigint) {
  if (advance > 0n) return 'connection.advanceHint';
  return bills > 0 ? 'connection.allPaid' : 'connection.noBillYet';
}
