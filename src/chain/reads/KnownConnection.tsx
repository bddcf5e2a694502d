import type { ReactNode } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { type Connection, useConnection } from './connections.ts';

/** What a page shows of a connection, or that there is none of that number. */
export function KnownConnection({
  number,
  children,
}: {
  number: bigint;
  children: (connection: Connection) => ReactNode;
}) {
  const t = useT();
  return (
    <QueryView query={useConnection(number)} lines={8}>
      {(connection) =>
        connection ? (
          children(connection)
        ) : (
          <Notice tone="warn" actions={<LinkButton to={paths.home}>{t('shell.toHome')}</LinkButton>}>
            {t('error.UnknownConnection', { connection: String(number) })}
          </Notice>
        )
      }
    </QueryView>
  );
}
