import { useTariff, useVersions, type Version } from '../../chain/reads/tariffs.ts';
import type { TariffTitle } from '../../chain/reads/tariffTitles.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { TariffCharges } from '../../ui/tariff/TariffCharges.tsx';
import { VersionBadge } from './VersionBadge.tsx';
import { VersionList } from './VersionList.tsx';

/** A category: the version in force in full, or the first to come, and a list of all where there are more. */
export function CategoryPanel({ shown: { category, version, title } }: { shown: TariffTitle }) {
  const t = useT();
  const versions = useVersions(category);
  const tariff = useTariff(category, version);
  return (
    <Panel title={title}>
      <QueryView query={versions} lines={1}>
        {(list) => <State category={category} version={version} versions={list} />}
      </QueryView>
      <QueryView query={tariff} lines={6}>
        {(data) => <TariffCharges tariff={data} />}
      </QueryView>
      <Row>
        <LinkButton variant="secondary" icon="tariff" to={paths.tariff(category, version)}>
          {t('tariff.open')}
        </LinkButton>
      </Row>
      {versions.data && versions.data.length > 1 && <VersionList category={category} versions={versions.data} />}
    </Panel>
  );
}

interface StateProps {
  category: number;
  version: number;
  versions: readonly Version[];
}

function State({ category, version, versions }: StateProps) {
  const t = useT();
  const format = useFormat();
  const shown = versions[version - 1];
  return (
    shown && (
      <Row>
        <VersionBadge version={shown} versions={versions} />
        <span>{t('tariff.since', { date: format.date(shown.startDay) })}</span>
        <span>{t('tariff.category', { category: String(category) })}</span>
      </Row>
    )
  );
}
