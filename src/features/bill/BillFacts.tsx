import { Link } from 'wouter';
import { useDeployment } from '../../chain/deployment.ts';
import type { Bill } from '../../chain/history/entries.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Panel } from '../../ui/Panel.tsx';

interface BillFactsProps {
  connection: Connection;
  bill: Bill;
  /** The tariff's title, as soon as its bytes are there. */
  tariff: string | undefined;
}

/** What the bill was computed from, and where it stands on the chain. */
export function BillFacts({ connection, bill, tariff }: BillFactsProps) {
  const t = useT();
  const format = useFormat();
  const { board } = useDeployment().config;
  const { fromDay, toDay, opening, closing, category, version } = bill;
  const readOn = (register: bigint, day: number) =>
    t('bill.readOn', { register: format.energy(register), date: format.date(day) });
  return (
    <Panel title={t('bill.facts')}>
      <DefinitionList
        items={[
          { term: t('bill.board'), detail: board.name },
          { term: t('connection.number'), detail: String(connection.number) },
          { term: t('connection.holder'), detail: <Hex value={connection.holder} /> },
          {
            term: t('bill.period'),
            detail: `${format.period(fromDay, toDay)} (${t('bill.days', { days: toDay - fromDay })})`,
          },
          { term: t('bill.opening'), detail: readOn(opening, fromDay) },
          { term: t('bill.closing'), detail: readOn(closing, toDay) },
          { term: t('bill.reading'), detail: t(`bill.kind.${bill.kind}`) },
          { term: t('connection.consumption'), detail: format.energy(closing - opening) },
          { term: t('connection.load'), detail: format.load(bill.loadW) },
          {
            term: t('connection.tariff'),
            detail: (
              <Link href={paths.tariff(category, version)}>
                {tariff ?? t('tariff.versionOf', { category: String(category), version: String(version) })}
              </Link>
            ),
          },
          { term: t('bill.issued'), detail: <TimeText seconds={bill.time} /> },
          { term: t('bill.block'), detail: format.count(bill.block) },
          { term: t('bill.transaction'), detail: <Hex value={bill.transaction} /> },
        ]}
      />
    </Panel>
  );
}
