import { Link } from 'wouter';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { agreementWords } from '../../messages/agreementWords.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { DateText, TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { HandOver } from './HandOver.tsx';
import { ReadingList } from './ReadingList.tsx';
import { RegisterText } from './RegisterText.tsx';

interface ConnectionFactsProps {
  connection: Connection;
  standing: Standing | undefined;
  isHolder: boolean;
}

/** What the board has on file about a connection; its holder can hand it over. */
export function ConnectionFacts({ connection, standing, isHolder }: ConnectionFactsProps) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const { number, holder, category, loadW, agreement, register, readAt, billedDay } = connection;
  const tariff = useTariffTitles().data?.find((one) => one.category === category);
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
          { term: t('connection.billed'), detail: words(agreementWords(agreement)) },
          { term: t('connection.register'), detail: <RegisterText register={register} standing={standing} /> },
          { term: t('connection.readAt'), detail: <TimeText seconds={readAt} /> },
          { term: t('connection.billedUpTo'), detail: <DateText day={billedDay - 1} /> },
          ...(standing && standing.registerOffset !== 0n
            ? [{ term: t('manage.register'), detail: format.energy(register) }]
            : []),
          ...(standing?.meterKey ? [{ term: t('manage.key'), detail: <Hex value={standing.meterKey} /> }] : []),
        ]}
      />
      {standing && standing.registerOffset !== 0n && <p>{t('life.offsetHint')}</p>}
      <ReadingList connection={connection} standing={standing} />
      {isHolder && <HandOver connection={connection} />}
    </Panel>
  );
}
