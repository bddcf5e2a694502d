import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';

export function ReceiptScreen({ number, block, logIndex }: { number: bigint; block: bigint; logIndex: number }) {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.money')} lead={`${number}/${block}/${logIndex}`} />
    </Page>
  );
}
