import { useT } from '../messages/useMessages.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** A screen that failed to load or to show. */
export function CrashPage() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('shell.crashed')} />
      <Notice tone="bad" actions={<Button onClick={() => location.reload()}>{t('common.retry')}</Button>}>
        {t('shell.crashedHint')}
      </Notice>
    </Page>
  );
}
