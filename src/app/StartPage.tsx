import { ConfigError } from '../chain/config.ts';
import { explain } from '../chain/errors/explain.ts';
import { StartError } from '../chain/start.ts';
import { useT, useWords } from '../messages/useMessages.ts';
import type { Words } from '../messages/words.ts';
import { Button } from '../ui/Button.tsx';
import { Row } from '../ui/Layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { LanguagePicker } from './LanguagePicker.tsx';
import { Logo } from './Logo.tsx';
import styles from './StartPage.module.css';

interface StartPageProps {
  error: unknown;
  isChecking: boolean;
  onRetry: () => unknown;
}

/** Stands for the whole page as long as it can't begin. */
export function StartPage({ error, isChecking, onRetry }: StartPageProps) {
  const t = useT();
  const words = useWords();
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <Logo />
        {error ? (
          <>
            <PageHeader title={t('start.title')} />
            <Notice tone="bad">{words(explain(error))}</Notice>
            <div>
              <h2>{t('start.whatToDo')}</h2>
              <p>{words(adviceFor(error))}</p>
            </div>
            <p className={styles.quiet}>{t('start.again')}</p>
            <Row>
              <Button busy={isChecking} onClick={() => onRetry()}>
                {t('common.retry')}
              </Button>
              <LanguagePicker />
            </Row>
          </>
        ) : (
          <>
            <p aria-live="polite">{t('start.checking')}</p>
            <Skeleton />
          </>
        )}
      </div>
    </main>
  );
}

function adviceFor(error: unknown): Words {
  if (error instanceof StartError) return { key: `start.${error.reason}.do`, values: { wanted: error.wanted } };
  return { key: error instanceof ConfigError && error.field ? 'start.configField.do' : 'start.config.do' };
}
