import { Link } from 'wouter';
import { useChainTime } from '../../chain/head.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/Badge.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Table } from '../../ui/Table.tsx';
import { type PublishedCategory, type PublishedVersion, versionInForce } from './usePublished.ts';

/** One category: its versions, the newest first. */
export function CategoryPanel({ published }: { published: PublishedCategory }) {
  const t = useT();
  const { today } = useChainTime();
  const { category, versions } = published;
  const current = versionInForce(published, today);
  return (
    <Panel
      title={current?.tariff.title}
      actions={
        <LinkButton to={paths.newVersion(category)} variant="secondary">
          {t('editor.newVersion')}
        </LinkButton>
      }
    >
      <p>{t('editor.category', { category: String(category) })}</p>
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
          { header: t('editor.title'), cell: ({ tariff }) => tariff.title },
          { header: t('tariff.from'), cell: ({ startDay }) => <DateText day={startDay} /> },
          { header: t('tariff.state'), cell: (version) => <State version={version} current={current} today={today} /> },
        ]}
        rows={[...versions].reverse()}
        rowKey={({ version }) => version}
      />
    </Panel>
  );
}

interface StateProps {
  version: PublishedVersion;
  current: PublishedVersion | undefined;
  today: number;
}

function State({ version, current, today }: StateProps) {
  const t = useT();
  if (version.startDay > today) return <Badge tone="warn">{t('tariff.state.coming')}</Badge>;
  if (version === current) return <Badge tone="good">{t('tariff.state.inForce')}</Badge>;
  return <Badge>{t('tariff.state.past')}</Badge>;
}
