import { useState } from 'react';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CloseDialog } from './CloseDialog.tsx';

/** The end of a connection. */
export function ClosePanel({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={t('manage.close')}>
      <p>{t('manage.closeHint')}</p>
      {connection.isEstimated ? (
        <Notice tone="warn">{t('manage.closeNeedsReading')}</Notice>
      ) : (
        <div>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {t('manage.closeOpen')}
          </Button>
        </div>
      )}
      {isOpen && <CloseDialog connection={connection} onClose={() => setOpen(false)} />}
    </Panel>
  );
}
