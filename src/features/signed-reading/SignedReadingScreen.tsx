import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SignedReadingForm } from './SignedReadingForm.tsx';

/** Anyone may bring what a meter signed: a gateway, a reader without a role, the consumer. */
export function SignedReadingScreen() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('signed.title')} lead={t('signed.lead')} />
      <SignedReadingForm />
    </Page>
  );
}
