import { useChainTime } from '../../chain/head.ts';
import type { MoneyEntry } from '../../chain/history/entries.ts';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { DueDays } from './DueDays.tsx';
import { PendingNotice } from './PendingNotice.tsx';
import { RefundForm } from './RefundForm.tsx';
import { standingOf } from './standing.ts';

interface AmountDueProps {
  connection: Connection;
  history: History<MoneyEntry>;
  isHolder: boolean;
}

/** What is to pay, by when, and the way to pay it; or what was paid ahead. */
export function AmountDue({ connection, history, isHolder }: AmountDueProps) {
  const t = useT();
  const { today } = useChainTime();
  const bills = history.entries.filter((entry) => entry.type === 'bill');
  const standing = standingOf(connection, bills, today);
  const { arrears, advance } = standing;
  return (
    <Panel variant="accent" title={t(advance > 0n ? 'connection.advance' : 'connection.amountDue')}>
      <Amount value={advance > 0n ? advance : arrears} size="hero" />
      {arrears === 0n && <p>{t(nothingDue(connection, advance))}</p>}
      {arrears > 0n && (standing.isComplete || !history.error) && <DueDays standing={standing} />}
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
