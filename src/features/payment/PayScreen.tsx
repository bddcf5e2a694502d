import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function PayScreen({ number }: { number: bigint }) {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.money')} lead={String(number)} />
    </Page>
  );
}
