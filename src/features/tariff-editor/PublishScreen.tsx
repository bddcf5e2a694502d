import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { TariffEditor } from './TariffEditor.tsx';
import { useEarliestStart } from './useEarliestStart.ts';
import { usePublished } from './usePublished.ts';

/** A new version of a tariff, or a new tariff. @param category the one it is a version of */
export function PublishScreen({ category }: { category?: number | undefined }) {
  const t = useT();
  const earliest = useEarliestStart();
  const published = usePublished();
  return (
    <Page>
      <PageHeader
        title={t('editor.new')}
        lead={t('editor.newLead')}
        back={{ to: paths.boardTariffs, label: t('editor.tariffs') }}
      />
      <QueryView query={earliest} lines={2}>
        {(earliest) => (
          <QueryView query={published} lines={8}>
            {(published) => <TariffEditor first={category} earliest={earliest} published={published} />}
          </QueryView>
        )}
      </QueryView>
    </Page>
  );
}
