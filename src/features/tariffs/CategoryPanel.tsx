import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import { useTariff, useVersions, type Version } from '../../chain/reads/tariffs.ts';
import { versionOn } from '../../domain/tariff/versions.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { TariffCharges } from '../../ui/tariff/TariffCharges.tsx';
import { VersionBadge } from './VersionBadge.tsx';
import { VersionList } from './VersionList.tsx';

/** A category: the version in force in full, or the first to come, and a list of all where there are more. */
export function CategoryPanel({ category }: { category: number }) {
  const t = useT();
  const versions = useVersions(category);
  const { today } = useChainTime();
  return (
    <Panel title={t('tariff.category', { category: String(category) })}>
      <QueryView query={versions} lines={6} isEmpty={(list) => list.length === 0} empty={t('tariff.none')}>
        {(list) => {
          const shown = versionOn(list, today) ?? list[0];
          return (
            <>
              {shown && <Shown category={category} version={shown} versions={list} />}
              {list.length > 1 && <VersionList category={category} versions={list} />}
            </>
          );
        }}
      </QueryView>
    </Panel>
  );
}

interface ShownProps {
  category: number;
  version: Version;
  versions: readonly Version[];
}

function Shown({ category, version, versions }: ShownProps) {
  const t = useT();
  const format = useFormat();
  const tariff = useTariff(category, version.version);
  return (
    <QueryView query={tariff} lines={6}>
      {(data) => (
        <>
          <div>
            <h3>
              <Link href={paths.tariff(category, version.version)}>{data.title}</Link>
            </h3>
            <p>
              <VersionBadge version={version} versions={versions} />{' '}
              {t('tariff.since', { date: format.date(version.startDay) })}
            </p>
          </div>
          <TariffCharges tariff={data} />
        </>
      )}
    </QueryView>
  );
}
