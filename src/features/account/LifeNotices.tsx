import { useChainTime } from '../../chain/head.ts';
import type { MoneyEntry } from '../../chain/history/entries.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { noticeOf } from '../../domain/notice.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface LifeNoticesProps {
  connection: Connection;
  standing: Standing;
  entries: readonly MoneyEntry[];
  isHolder: boolean;
}

/** What nobody may miss: that the connection may be cut off and how to stop that, that a bill is disputed, that it is closed. */
export function LifeNotices({ connection, standing, entries, isHolder }: LifeNoticesProps) {
  const t = useT();
  const format = useFormat();
  const closed = entries.find((entry) => entry.type === 'closed');
  return (
    <>
      {standing.isClosed && (
        <Notice tone="warn" title={t('life.closed')}>
          {closed && t('life.closedOn', { date: format.dateTime(closed.time) })} {t('life.closedHint')}
        </Notice>
      )}
      <CutOff connection={connection} standing={standing} entries={entries} isHolder={isHolder} />
      {standing.disputedBill > 0 && (
        <Notice
          title={t('life.inDispute', { bill: String(standing.disputedBill) })}
          actions={
            <LinkButton variant="secondary" to={paths.bill(connection.number, standing.disputedBill)}>
              {t('life.toDispute')}
            </LinkButton>
          }
        >
          {t('life.disputeStops')}
        </Notice>
      )}
    </>
  );
}

/** The notice of disconnection that stands, what stops it, and what else can be done. */
function CutOff({ connection, standing, entries, isHolder }: LifeNoticesProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const notice = noticeOf(standing, today);
  if (notice.state === 'none') return null;
  const given = entries.find((entry) => entry.type === 'notice');
  const { number, credited } = connection;
  const stopsIt = given ? given.overdue - (credited - creditedWhen(given, entries)) : standing.overdue;
  const date = format.date(notice.firstDay);
  return (
    <Notice
      tone="bad"
      title={t('life.notice')}
      actions={
        <LinkButton variant="accent" icon="money" to={paths.pay(number)}>
          {t('connection.pay')}
        </LinkButton>
      }
    >
      <p>
        {notice.state === 'given'
          ? t('life.noticeGiven', { date, days: notice.daysLeft })
          : t('life.noticeOver', { date })}
      </p>
      <p>{t('life.noticeStops', { amount: format.money(stopsIt) })}</p>
      {isHolder && <p>{t('life.noticeElse')}</p>}
    </Notice>
  );
}

/** What had been credited when an entry came. @param entries newest first */
function creditedWhen(entry: MoneyEntry, entries: readonly MoneyEntry[]): bigint {
  const older = entries.slice(entries.indexOf(entry) + 1);
  const credit = older.find((one) => 'creditedAfter' in one);
  return credit && 'creditedAfter' in credit ? credit.creditedAfter : 0n;
}
