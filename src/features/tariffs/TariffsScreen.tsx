import { useCategories } from '../../chain/reads/tariffs.ts';
import { useT } from '../../messages/useMessages.ts';
import { Page, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { CategoryPanel } from './CategoryPanel.tsx';
import { NoticePeriod } from './NoticePeriod.tsx';

/** Every category's tariff in force, what it was and what it will be. */
export function TariffsScreen() {
  const t = useT();
  const categories = useCategories();
  return (
    <Page>
      <PageHeader title={t('tariff.tariffs')} lead={<NoticePeriod />} />
      <QueryView query={categories} lines={6} isEmpty={(list) => list.length === 0} empty={t('tariff.none')}>
        {(list) => (
          <Stack>
            {list.map((category) => (
              <CategoryPanel key={category} category={category} />
            ))}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}
