import { useT } from '../messages/useMessages.ts';
import { LinkButton } from '../ui/Button.tsx';
import { Page, Row } from '../ui/Layout.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

export function NotFoundPage() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.notFound')} lead={t('shell.notFoundHint')} />
      <Row>
        <LinkButton to="/">{t('shell.toHome')}</LinkButton>
      </Row>
    </Page>
  );
}
