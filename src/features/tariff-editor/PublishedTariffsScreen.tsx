import { useDeployment } from '../../chain/deployment.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Page } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { CategoryPanel } from './CategoryPanel.tsx';
import { useEarliestStart } from './useEarliestStart.ts';
import { usePublished } from './usePublished.ts';

/** All tariffs there are, and the way to the next version. */
export function PublishedTariffsScreen() {
  const t = useT();
  const format = useFormat();
  const { noticePeriod } = useDeployment().facts;
  const { data: earliest } = useEarliestStart();
  return (
    <Page>
      <PageHeader
        title={t('editor.tariffs')}
        lead={t('editor.tariffsLead')}
        actions={<LinkButton to={paths.newTariff}>{t('editor.new')}</LinkButton>}
      />
      {earliest !== undefined && (
        <Notice>
          {t('editor.earliest', { date: format.date(earliest), count: Math.ceil(noticePeriod / 86_400) })}
        </Notice>
      )}
      <QueryView
        query={usePublished()}
        lines={6}
        isEmpty={(published) => published.length === 0}
        empty={t('tariff.none')}
      >
        {(published) => published.map((category) => <CategoryPanel key={category.category} published={category} />)}
      </QueryView>
    </Page>
  );
}
