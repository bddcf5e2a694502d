import { useAccess } from '../../chain/access.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { useTotals } from '../../chain/reads/totals.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Page } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CasesPanel } from './CasesPanel.tsx';
import { OverduePanel } from './OverduePanel.tsx';
import styles from './OverviewScreen.module.css';
import { ReadyPanel } from './ReadyPanel.tsx';
import { RejectedPanel } from './RejectedPanel.tsx';
import { TaskPanel } from './TaskPanel.tsx';
import { TotalsPanel } from './TotalsPanel.tsx';
import { UnreadPanel } from './UnreadPanel.tsx';

/** How the board stands, and what waits for the wallet's own roles. */
export function OverviewScreen() {
  const t = useT();
  const format = useFormat();
  const { board } = useDeployment().config;
  const { today } = useChainTime();
  const { isOperator, isReader, isTreasurer, isTariffOfficer, isAdmin } = useAccess();
  const { data: totals } = useTotals();
  return (
    <Page>
      <PageHeader title={board.name} lead={t('board.lead', { date: format.date(today) })} />
      {totals?.paused && <Notice tone="warn">{t('error.EnforcedPause')}</Notice>}
      <TotalsPanel />
      <div className={styles.panels}>
        {isOperator && <ReadyPanel />}
        {isOperator && <CasesPanel />}
        {(isReader || isOperator) && <UnreadPanel />}
        {(isReader || isOperator) && <RejectedPanel />}
        {(isOperator || isTreasurer) && <OverduePanel />}
        {isTreasurer && (
          <TaskPanel title={t('board.withdraw')} to={paths.money} action={t('board.toMoney')}>
            {t('board.withdrawHint')}
          </TaskPanel>
        )}
        {isTariffOfficer && (
          <TaskPanel title={t('board.tariffs')} to={paths.boardTariffs} action={t('board.toTariffs')}>
            {t('board.tariffsHint')}
          </TaskPanel>
        )}
        {isAdmin && (
          <TaskPanel title={t('board.roles')} to={paths.roles} action={t('board.toRoles')}>
            {t('board.rolesHint')}
          </TaskPanel>
        )}
      </div>
    </Page>
  );
}
