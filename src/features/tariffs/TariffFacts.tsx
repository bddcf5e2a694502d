import { useDeployment } from '../../chain/deployment.ts';
import type { Version } from '../../chain/reads/tariffs.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { DateText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { VersionBadge } from './VersionBadge.tsx';

interface TariffFactsProps {
  version: number;
  versions: readonly Version[];
  /** As soon as its bytes are there. */
  tariff: Tariff | undefined;
}

/** When a version is in force, what holds for the whole bill, and where its bytes are. */
export function TariffFacts({ version, versions, tariff }: TariffFactsProps) {
  const t = useT();
  const format = useFormat();
  const { config } = useDeployment();
  const [shown, next] = versions.slice(version - 1);
  if (!shown) return null;
  const { total, lateSurcharge, dueDays, source } = tariff ?? {};
  return (
    <DefinitionList
      items={[
        { term: t('tariff.state'), detail: <VersionBadge version={shown} versions={versions} /> },
        { term: t('tariff.from'), detail: <DateText day={shown.startDay} /> },
        ...(next ? [{ term: t('tariff.until'), detail: <DateText day={next.startDay - 1} /> }] : []),
        ...(total?.round
          ? [
              {
                term: t('tariff.total'),
                detail: t(`tariff.rounded.${total.round.mode}`, { step: format.money(total.round.step) }),
              },
            ]
          : []),
        ...(dueDays === undefined ? [] : [{ term: t('tariff.due'), detail: t('tariff.dueDays', { days: dueDays }) }]),
        ...(lateSurcharge
          ? [
              {
                term: t('tariff.lateSurcharge'),
                detail: t('tariff.perMonth', { percent: format.percent(lateSurcharge.percentPerMonth) }),
              },
            ]
          : []),
        { term: t('tariff.publishedBy'), detail: config.board.name },
        ...(source ? [{ term: t('tariff.source'), detail: source }] : []),
        { term: t('tariff.program'), detail: <Hex value={shown.program} /> },
      ]}
    />
  );
}
