import { openCases } from '../../chain/reads/openCases.ts';
import { useWholeConnections } from '../../chain/reads/wholeConnections.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { TaskPanel } from './TaskPanel.tsx';

/** How many disputes, proposals and notices wait for an operator. */
export function CasesPanel() {
  const t = useT();
  const { disputes, agreements, plans, disconnections } = openCases(useWholeConnections().data ?? []);
  const count = disputes.length + agreements.length + plans.length + disconnections.length;
  return (
    <TaskPanel title={t('board.cases')} to={paths.cases} action={t('board.toCases')} count={count}>
      {t('board.casesCount', {
        disputes: disputes.length,
        proposals: agreements.length + plans.length,
        notices: disconnections.length,
      })}
    </TaskPanel>
  );
}
