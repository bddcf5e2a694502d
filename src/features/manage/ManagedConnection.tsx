import type { Connection } from '../../chain/reads/connections.ts';
import { useStanding } from '../../chain/reads/standing.ts';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { AgreementPanel } from './AgreementPanel.tsx';
import { ArrearsPanel } from './ArrearsPanel.tsx';
import { ClosePanel } from './ClosePanel.tsx';
import { HandoverPanel } from './HandoverPanel.tsx';
import { MeterPanel } from './MeterPanel.tsx';

export function ManagedConnection({ connection }: { connection: Connection }) {
  const t = useT();
  return (
    <QueryView query={useStanding(connection.number)} lines={8}>
      {(standing) => {
        const whole = { ...connection, ...standing };
        return (
          <>
            {whole.isClosed && <Notice tone="warn">{t('manage.isClosed')}</Notice>}
            <Columns even>
              <Stack>
                <MeterPanel connection={whole} />
                {!whole.isClosed && <AgreementPanel connection={whole} />}
              </Stack>
              <Stack>
                <ArrearsPanel connection={whole} />
                {whole.offeredTo && !whole.isClosed && <HandoverPanel connection={whole} to={whole.offeredTo} />}
                {!whole.isClosed && <ClosePanel connection={whole} />}
              </Stack>
            </Columns>
          </>
        );
      }}
    </QueryView>
  );
}
