import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function BillScreen({ number, bill }: { number: bigint; bill: number }) {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.billing')} lead={`${number}/${bill}`} />
    </Page>
  );
}
