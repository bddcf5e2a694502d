import { Link } from 'wouter';
import type { Connection } from '../../chain/reads/connections.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { agreementOf } from '../../domain/agreement.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { DateText, TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { HandOver } from './HandOver.tsx';
import { ReadingList } from './ReadingList.tsx';

/** What the board has on file about a connection; its holder can hand it over. */
export function ConnectionFacts({ connection, isHolder }: { connection: Connection; isHolder: boolean }) {
  const t = useT();
  const format = useFormat();
  const { number, holder, category, loadW, agreement, register, readAt, billedDay } = connection;
  const tariff = useTariffTitles().data?.find((one) => one.category === category);
  const agreed = agreementOf(agreement);
  return (
    <Panel title={t('connection.facts')}>
      <DefinitionList
        items={[
          { term: t('connection.number'), detail: String(number) },
          { term: t(isHolder ? 'connection.holderYou' : 'connection.holder'), detail: <Hex value={holder} /> },
          {
            term: t('connection.tariff'),
            detail: tariff ? (
              <Link href={paths.tariff(category, tariff.version)}>{tariff.title}</Link>
            ) : (
              t('tariff.category', { category: String(category) })
            ),
          },
          { term: t('connection.load'), detail: format.load(loadW) },
          {
            term: t('connection.billed'),
            detail: t(`connection.agreement.${agreed.unit}`, { count: 'count' in agreed ? agreed.count : 0 }),
          },
          { term: t('connection.register'), detail: format.energy(register) },
          { term: t('connection.readAt'), detail: <TimeText seconds={readAt} /> },
          { term: t('connection.billedUpTo'), detail: <DateText day={billedDay - 1} /> },
        ]}
      />
      <ReadingList connection={connection} />
      {isHolder && <HandOver connection={connection} />}
    </Panel>
  );
}
