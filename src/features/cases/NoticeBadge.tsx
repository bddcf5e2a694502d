import { useChainTime } from '../../chain/head.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { mayGiveNotice } from '../../domain/mayGiveNotice.ts';
import { noticeOf } from '../../domain/notice.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';

/** The notice that stands, or what stands in its way. */
export function NoticeBadge({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const notice = noticeOf(connection, today);
  const may = mayGiveNotice(connection);
  if (notice.state === 'mayDisconnect') return <Badge tone="bad">{t('cases.notice.mayDisconnect')}</Badge>;
  if (notice.state === 'given') {
    return <Badge tone="warn">{t('cases.notice.given', { date: format.date(notice.firstDay) })}</Badge>;
  }
  return may.mayGive ? t('cases.notice.none') : <Badge tone="info">{t(`cases.notice.${may.reason}`)}</Badge>;
}
