import { Link } from 'wouter';
import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { QueryPanel } from '../../ui/QueryPanel.tsx';
import styles from './TariffsInForce.module.css';

/** The tariffs that bills are computed by now. */
export function TariffsInForce() {
  const t = useT();
  return (
    <QueryPanel
      query={useTariffTitles()}
      title={t('visitor.tariffs')}
      actions={<Link href={paths.tariffs}>{t('visitor.allTariffs')}</Link>}
      isEmpty={(titles) => titles.length === 0}
      empty={t('visitor.noTariff')}
    >
      {(titles) => (
        <ul className={styles.tariffs}>
          {titles.map(({ category, version, title }) => (
            <li key={category}>
              <Link href={paths.tariff(category, version)}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
    </QueryPanel>
  );
}
