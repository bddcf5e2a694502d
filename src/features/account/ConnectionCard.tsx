import { useChainTime } from '../../chain/head.ts';
import { useOpenBillsOf } from '../../chain/history/openBills.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { DueDays } from './DueDays.tsx';
import { PendingNotice } from './PendingNotice.tsx';
import { standingOf } from './standing.ts';

/** One of several connections: what is due on it, paying, and the way to the rest. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const t = useT();
  const { today } = useChainTime();
  const { number, category } = connection;
  const open = useOpenBillsOf(connection);
  const tariff = useTariffTitles().data?.find((one) => one.category === category);
  const bills = open.data?.map(({ bill }) => bill) ?? [];
  const standing = standingOf(connection, bills, today);
  const { arrears, advance } = standing;
  return (
    <Panel title={String(number)} variant={arrears > 0n ? 'accent' : 'plain'}>
      <p>{tariff?.title ?? t('tariff.category', { category: String(category) })}</p>
      <div>
        <p>{t(advance > 0n ? 'connection.advance' : 'connection.amountDue')}</p>
        <Amount value={advance > 0n ? advance : arrears} size="large" />
      </div>
      {arrears > 0n && (
        <QueryView query={open} lines={1}>
          {() => <DueDays standing={standing} />}
        </QueryView>
      )}
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
