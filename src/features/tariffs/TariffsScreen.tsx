import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useT } from '../../messages/useMessages.ts';
import { Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { CategoryPanel } from './CategoryPanel.tsx';
import { NoticePeriod } from './NoticePeriod.tsx';
import styles from './TariffsScreen.module.css';

/** Every category's tariff in force, what it was and what it will be. */
export function TariffsScreen() {
  const t = useT();
  const titles = useTariffTitles();
  return (
    <Page>
      <PageHeader title={t('tariff.tariffs')} lead={<NoticePeriod />} />
      <QueryView query={titles} lines={6} isEmpty={(list) => list.length === 0} empty={t('tariff.none')}>
        {(list) => (
          <div className={styles.categories}>
            {list.map((shown) => (
              <CategoryPanel key={shown.category} shown={shown} />
            ))}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
