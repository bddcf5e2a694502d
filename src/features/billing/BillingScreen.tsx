import { useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { BillingRun } from './BillingRun.tsx';
import { readiness } from './readiness.ts';
import { WaitingPanel } from './WaitingPanel.tsx';

/** Bills for everyone who was read, as far as it is their turn. */
export function BillingScreen() {
  const t = useT();
  const { utcOffset } = useDeployment().facts;
  const connections = useWholeConnections();
  const { data: titles = [] } = useTariffTitles();
  const [category, setCategory] = useState<number | null>(null);
  const all = connections.data ?? [];
  const { ready, waiting } = readiness(all, category, utcOffset);
  const titleOf = (category: number) => titles.find((title) => title.category === category)?.title ?? String(category);
  return (
    <Page>
      <PageHeader title={t('shell.billing')} lead={t('billing.lead')} />
      <QueryPanel
        title={t('billing.run')}
        variant="accent"
        query={connections}
        isEmpty={() => all.length === 0}
        empty={t('billing.noConnections')}
      >
        {() => (
          <>
            {titles.length > 1 && (
              <SelectField
                label={t('billing.tariff')}
                value={String(category ?? '')}
                onValue={(value) => setCategory(value === '' ? null : Number(value))}
                options={[
                  { value: '', label: t('billing.allTariffs') },
                  ...titles.map((title) => ({ value: String(title.category), label: title.title })),
                ]}
              />
            )}
            <BillingRun ready={ready} titleOf={titleOf} />
          </>
        )}
      </QueryPanel>
      {waiting.length > 0 && <WaitingPanel waiting={waiting} />}
    </Page>
  );
}
