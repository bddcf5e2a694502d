import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function TariffScreen({ category, version }: { category: number; version: number }) {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.tariffs')} lead={`${category}/${version}`} />
    </Page>
  );
}
