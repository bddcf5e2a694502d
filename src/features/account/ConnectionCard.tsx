import { useChainTime } from '../../chain/head.ts';
import { useOpenBillsOf } from '../../chain/history/openBills.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useStanding } from '../../chain/reads/standing.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { DueDays } from './DueDays.tsx';
import { duesOf } from './dues.ts';
import { LifeNotices } from './LifeNotices.tsx';
import { PendingNotice } from './PendingNotice.tsx';

/** One of several connections: what is due on it, paying, and the way to the rest. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const t = useT();
  const { today } = useChainTime();
  const { number, category, agreement } = connection;
  const standing = useStanding(number).data;
  const open = useOpenBillsOf(connection);
  const tariff = useTariffTitles().data?.find((one) => one.category === category);
  const bills = open.data?.map(({ bill }) => bill) ?? [];
  const dues = duesOf(connection, bills, today);
  const { arrears, advance } = dues;
  return (
    <Panel title={String(number)} variant={arrears > 0n ? 'accent' : 'plain'}>
      <p>{tariff?.title ?? t('tariff.category', { category: String(category) })}</p>
      <div>
        <p>{t(advance === 0n ? 'connection.amountDue' : agreement === 0 ? 'life.balance' : 'connection.advance')}</p>
        <Amount value={advance > 0n ? advance : arrears} size="large" />
      </div>
      {arrears > 0n && (
        <QueryView query={open} lines={1}>
          {() => <DueDays dues={dues} />}
        </QueryView>
      )}
      {standing && <LifeNotices connection={connection} standing={standing} entries={[]} isHolder={false} />}
      <PendingNotice connection={number} />
      <Row>
        {arrears > 0n && (
          <LinkButton variant="accent" icon="money" to={paths.pay(number)}>
            {t('connection.pay')}
          </LinkButton>
        )}
        <LinkButton variant="secondary" to={paths.connection(number)}>
          {t('consumer.open')}
        </LinkButton>
      </Row>
    </Panel>
  );
}
