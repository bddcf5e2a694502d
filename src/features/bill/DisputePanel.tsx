import { lazy, Suspense } from 'react';
import { useChainTime } from '../../chain/head.ts';
import type { Bill, MoneyEntry } from '../../chain/history/entries.ts';
import type { History } from '../../chain/history/useHistory.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { type Standing, useStanding } from '../../chain/reads/standing.ts';
import { useWallet } from '../../chain/wallet/useWallet.ts';
import { disputableOf } from '../../domain/dispute.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { DisputeCourse } from './DisputeCourse.tsx';

const DisputeForm = lazy(() => import('./DisputeForm.tsx').then((module) => ({ default: module.DisputeForm })));

interface DisputePanelProps {
  connection: Connection;
  bill: Bill;
  history: History<MoneyEntry>;
}

/** The dispute of this bill, if there is one; for the holder the way to begin one. */
export function DisputePanel({ connection, bill, history }: DisputePanelProps) {
  const t = useT();
  const standing = useStanding(connection.number).data;
  const isHolder = useWallet().address?.toLowerCase() === connection.holder.toLowerCase();
  const { entries } = history;
  const opened = entries.find((entry) => entry.type === 'disputeOpened' && entry.bill === bill.number);
  const ended = entries.find((entry) => entry.type === 'disputeEnded' && entry.bill === bill.number);
  if (opened?.type === 'disputeOpened') {
    return (
      <Panel title={t('life.dispute')}>
        <DisputeCourse
          connection={connection.number}
          opened={opened}
          ended={ended?.type === 'disputeEnded' ? ended : null}
          isHolder={isHolder}
        />
      </Panel>
    );
  }
  return isHolder && standing ? <Beginning connection={connection} bill={bill} standing={standing} /> : null;
}

function Beginning({ connection, bill, standing }: { connection: Connection; bill: Bill; standing: Standing }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const state = { ...connection, ...standing, isHolder: true, dueDay: connection.dueDay ?? 0 };
  const disputable = disputableOf(bill.number, state, today);
  if (!disputable.mayDispute) {
    const isOther = disputable.reason === 'disputeIsOpen';
    return (
      <Panel title={t('life.dispute')}>
        <p>{isOther ? t('life.otherDispute', { bill: String(standing.disputedBill) }) : t('life.noDispute')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('life.dispute')}>
      <p>{t('life.disputeHint', { date: format.date(disputable.lastDay) })}</p>
      <Disclosure title={t('life.disputeOpen')}>
        <Suspense fallback={<Skeleton lines={4} />}>
          <DisputeForm connection={connection.number} bill={bill} />
        </Suspense>
      </Disclosure>
    </Panel>
  );
}
