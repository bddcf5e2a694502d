import type { MoneyEntry } from '../../chain/history/entries.ts';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { arrears } from '../../domain/ledger.ts';
import { type PrepaidBalance, prepaidBalance } from '../../domain/prepaidBalance.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Row } from '../../ui/Layout.tsx';
import { LevelMeter } from '../../ui/LevelMeter.tsx';
import { Notice, type Tone } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PendingNotice } from './PendingNotice.tsx';
import { RefundForm } from './RefundForm.tsx';
import { UnitsLeft } from './UnitsLeft.tsx';

interface PrepaidPanelProps {
  connection: Connection;
  history: History<MoneyEntry>;
  isHolder: boolean;
}

const warnings: Record<PrepaidBalance['level'], { tone: Tone; key: MessageKey } | null> = {
  full: null,
  below30: { tone: 'warn', key: 'life.below30' },
  below10: { tone: 'bad', key: 'life.below10' },
  empty: { tone: 'bad', key: 'life.empty' },
};

/** What a prepaid connection has left, as money, as a level and as units, and the way to pay before it is used up. */
export function PrepaidPanel({ connection, history, isHolder }: PrepaidPanelProps) {
  const t = useT();
  const format = useFormat();
  const { number, charged, credited, register, billedRegister } = connection;
  const { balance, afterPayment, level } = prepaidBalance(connection, history.entries);
  const warning = warnings[level];
  const owed = arrears(charged, credited);
  const isKnown = history.complete || afterPayment > 0n || balance === 0n;
  return (
    <Panel variant="accent" title={t('life.balance')}>
      <Row>
        <Amount value={balance} size="hero" />
        <LinkButton variant="accent" icon="money" to={paths.pay(number)}>
          {t(isHolder ? 'connection.pay' : 'connection.payForThis')}
        </LinkButton>
      </Row>
      {isKnown && afterPayment > 0n && (
        <LevelMeter
          label={t('life.level')}
          value={balance}
          full={afterPayment}
          level={level}
          text={t('life.levelText', {
            percent: format.percent(((balance * 100n) / afterPayment) * 10_000n),
            full: format.money(afterPayment),
          })}
        />
      )}
      {isKnown && warning && (
        <Notice tone={warning.tone} title={t(warning.key)}>
          {owed > 0n ? t('life.owedAbove', { amount: format.money(owed) }) : t('life.payInTime')}
        </Notice>
      )}
      <PendingNotice connection={number} />
      <DefinitionList
        items={[
          { term: t('life.unitsLeft'), detail: <UnitsLeft connection={connection} balance={balance} /> },
          { term: t('life.unbilled'), detail: format.energy(register - billedRegister) },
        ]}
      />
      {isHolder && balance > 0n && <RefundForm connection={connection} advance={balance} />}
    </Panel>
  );
}
