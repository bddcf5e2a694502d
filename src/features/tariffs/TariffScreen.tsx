import { useTariff, useVersions } from '../../chain/reads/tariffs.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Columns, Page, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { TariffCharges } from '../../ui/tariff/TariffCharges.tsx';
import { Calculator } from './Calculator.tsx';
import { TariffFacts } from './TariffFacts.tsx';
import { VersionList } from './VersionList.tsx';

/** One published version in full, with a calculator. */
export function TariffScreen({ category, version }: { category: number; version: number }) {
  const t = useT();
  const versions = useVersions(category);
  const shown = versions.data?.find((one) => one.version === version);
  const back = { to: paths.tariffs, label: t('tariff.tariffs') };
  const number = t('tariff.versionOf', { category: String(category), version: String(version) });
  if (versions.data && !shown) {
    return (
      <Page>
        <PageHeader title={number} back={back} />
        <Notice tone="warn" actions={<LinkButton to={paths.tariffs}>{t('tariff.tariffs')}</LinkButton>}>
          {t('error.UnknownVersion', { category: String(category), version: String(version) })}
        </Notice>
      </Page>
    );
  }
  return <Version category={category} version={version} title={number} back={back} versions={versions} />;
}

interface VersionProps {
  category: number;
  version: number;
  title: string;
  back: { to: string; label: string };
  versions: ReturnType<typeof useVersions>;
}

function Version({ category, version, title, back, versions }: VersionProps) {
  const t = useT();
  const tariff = useTariff(category, version);
  return (
    <Page>
      <PageHeader title={tariff.data?.title ?? title} lead={title} back={back} actions={<PrintButton />} />
      <Columns>
        <Stack>
          <QueryPanel query={tariff} title={t('tariff.charges')} lines={8}>
            {(data) => <TariffCharges tariff={data} />}
          </QueryPanel>
          <QueryPanel query={tariff} title={t('tariff.calculator')} lines={4}>
            {(data) => <Calculator tariff={data} />}
          </QueryPanel>
        </Stack>
        <Stack>
          <QueryPanel query={versions} title={t('tariff.facts')} lines={6}>
            {(list) => <TariffFacts version={version} versions={list} tariff={tariff.data} />}
          </QueryPanel>
          {versions.data && versions.data.length > 1 && (
            <Panel title={t('tariff.versions')}>
              <VersionList category={category} versions={versions.data} />
            </Panel>
          )}
        </Stack>
      </Columns>
    </Page>
  );
}
