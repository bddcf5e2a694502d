import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { advance, arrears } from '../../domain/ledger.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Figures } from '../../ui/Figures.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { NoticeSection } from './NoticeSection.tsx';
import { OpenBillTable } from './OpenBillTable.tsx';
import { PlanSection } from './PlanSection.tsx';

/** What is owed, and what is done about it. */
export function ArrearsPanel({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const { number, bills, charged, credited, overdue, surcharge } = connection;
  const owed = arrears(charged, credited);
  const ahead = advance(charged, credited);
  return (
    <Panel title={t('manage.arrears')}>
      <Figures
        items={
          ahead > 0n
            ? [{ label: t('connection.advance'), value: <Amount value={ahead} /> }]
            : [
                { label: t('manage.owed'), value: <Amount value={owed} /> },
                { label: t('manage.overdue'), value: <Amount value={overdue} />, hint: t('manage.overdueHint') },
                ...(surcharge > 0n ? [{ label: t('manage.surcharge'), value: <Amount value={surcharge} /> }] : []),
              ]
        }
      />
      {owed > 0n && <OpenBillTable connection={connection} />}
      <PlanSection connection={connection} />
      <NoticeSection connection={connection} />
      {bills > 0 && (
        <div>
          <LinkButton variant="quiet" icon="bill" to={paths.bill(number, bills)}>
            {t('manage.toCreditNote', { bill: String(bills) })}
          </LinkButton>
        </div>
      )}
    </Panel>
  );
}
