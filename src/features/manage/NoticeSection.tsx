import { useChainTime } from '../../chain/head.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { giveNotice } from '../../chain/writes/giveNotice.ts';
import { mayGiveNotice } from '../../domain/mayGiveNotice.ts';
import { noticeOf } from '../../domain/notice.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** The notice of disconnection: the one that stands, the button for one, or why there can't be one. */
export function NoticeSection({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const transaction = useTransaction();
  const notice = noticeOf(connection, today);
  const may = mayGiveNotice(connection);
  return (
    <>
      <h3>{t('manage.notice')}</h3>
      {notice.state !== 'none' && (
        <Notice tone={notice.state === 'mayDisconnect' ? 'bad' : 'warn'}>
          {t(`manage.notice.${notice.state}`, { date: format.date(notice.firstDay) })}
        </Notice>
      )}
      {!may.mayGive && may.reason !== 'noticeStands' && (
        <p>{t(`manage.noNotice.${may.reason}`, { bill: String(connection.disputedBill) })}</p>
      )}
      {may.mayGive && (
        <>
          <p>{t('manage.noticeHint')}</p>
          <Row>
            <TransactionButton
              transaction={transaction}
              variant="secondary"
              request={() => giveNotice(connection.number)}
            >
              {t('manage.giveNotice')}
            </TransactionButton>
          </Row>
        </>
      )}
      <TransactionStatus transaction={transaction} />
    </>
  );
}
