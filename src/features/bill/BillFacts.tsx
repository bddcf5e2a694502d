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
import type { NumberedVersion } from './useBillTariffs.ts';

interface BillFactsProps {
  connection: Connection;
  bill: Bill;
  /** The versions it was billed by, as soon as their bytes are there. */
  tariffs: readonly NumberedVersion[];
}

/** What the bill was computed from, and where it stands on the chain. */
export function BillFacts({ connection, bill, tariffs }: BillFactsProps) {
  const t = useT();
  const format = useFormat();
  const { board } = useDeployment().config;
  const { fromDay, toDay, opening, closing } = bill;
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
            detail: tariffs.map(({ version, tariff }) => (
              <div key={version}>
                <Link href={paths.tariff(bill.category, version)}>{tariff.title}</Link>
              </div>
            )),
          },
          { term: t('bill.issued'), detail: <TimeText seconds={bill.time} /> },
          { term: t('bill.block'), detail: format.count(bill.block) },
          { term: t('bill.transaction'), detail: <Hex value={bill.transaction} /> },
        ]}
      />
    </Panel>
  );
}
