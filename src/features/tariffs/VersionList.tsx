import { Link } from 'wouter';
import type { Version } from '../../chain/reads/tariffs.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { DateText } from '../../ui/DateText.tsx';
import { Table } from '../../ui/Table.tsx';
import { VersionBadge } from './VersionBadge.tsx';

/** All versions of a category, the newest first. */
export function VersionList({ category, versions }: { category: number; versions: readonly Version[] }) {
  const t = useT();
  return (
    <Table
      caption={t('tariff.versionTable', { category: String(category) })}
      columns={[
        {
          header: t('tariff.version'),
          cell: ({ version }) => (
            <Link href={paths.tariff(category, version)}>
              {t('tariff.versionNumber', { version: String(version) })}
            </Link>
          ),
        },
        { header: t('tariff.from'), cell: ({ startDay }) => <DateText day={startDay} /> },
        { header: t('tariff.state'), cell: (version) => <VersionBadge version={version} versions={versions} /> },
      ]}
      rows={[...versions].reverse()}
      rowKey={({ version }) => version}
    />
  );
}
