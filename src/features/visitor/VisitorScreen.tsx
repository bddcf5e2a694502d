import { useT } from '../../messages/useMessages.ts';
import { Columns, Page, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { LookUp } from './LookUp.tsx';
import { Start } from './Start.tsx';
import { TariffsInForce } from './TariffsInForce.tsx';
import { Totals } from './Totals.tsx';

/** The first page of whoever has no wallet connected, or one without a connection or a role. */
export function VisitorScreen() {
  const t = useT();
  return (
    <Page>
      <PageHeader title={t('visitor.title')} lead={t('visitor.lead')} />
      <Columns>
        <Stack>
          <LookUp />
          <Totals />
        </Stack>
        <Stack>
          <Start />
          <TariffsInForce />
        </Stack>
      </Columns>
    </Page>
  );
}
