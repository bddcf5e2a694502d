import { useT } from '../../messages/useMessages.ts';
import { Columns, Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { LookUp } from './LookUp.tsx';
import { Start } from './Start.tsx';
import { TariffsInForce } from './TariffsInForce.tsx';
import { Totals } from './Totals.tsx';
import styles from './VisitorScreen.module.css';

/** The first page of whoever has no wallet connected, or one without a connection or a role. */
export function VisitorScreen() {
  const t = useT();
  return (
    <Page>
      <div className={styles.welcome}>
        <PageHeader title={t('visitor.title')} lead={t('visitor.lead')} />
        <LookUp />
      </div>
      <Totals />
      <Columns even>
        <TariffsInForce />
        <Start />
      </Columns>
    </Page>
  );
}
