import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { agreementWords } from '../../messages/agreementWords.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Hex } from '../../ui/Hex.tsx';
import { Titled } from '../../ui/Titled.tsx';
import type { LifeEntry } from './lifeEntry.ts';

/** One entry of a connection's life in words. */
export function LifeEvent({ connection, entry }: { connection: bigint; entry: LifeEntry }) {
  const t = useT();
  return (
    <Titled title={t(`life.event.${entry.type}`)}>
      <Details connection={connection} entry={entry} />
    </Titled>
  );
}

function Details({ connection, entry }: { connection: bigint; entry: LifeEntry }): ReactNode {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const bill = (number: number) => (
    <Link href={paths.bill(connection, number)}>{t('bill.title', { number: String(number) })}</Link>
  );
  switch (entry.type) {
    case 'registration':
      return t('life.billedEvery', { agreement: words(agreementWords(entry.agreement)) });
    case 'agreement':
      return t('life.agreementFrom', {
        agreement: words(agreementWords(entry.agreement)),
        bill: String(entry.afterBill),
      });
    case 'plan':
      return t('life.planOver', { amount: format.money(entry.total), parts: entry.parts, count: entry.interval });
    case 'disputeOpened':
      return (
        <>
          {bill(entry.bill)}: {t('life.amountContested', { amount: format.money(entry.amount) })}
        </>
      );
    case 'disputeEnded':
      return (
        <>
          {bill(entry.bill)}: {t(`life.outcome.${entry.outcome}`)} {entry.reason && <q>{entry.reason}</q>}
        </>
      );
    case 'notice':
      return t('life.noticeFor', { amount: format.money(entry.overdue), date: format.date(entry.firstDay) });
    case 'handover':
      return <Hex value={entry.to} />;
    case 'closed':
      return t('life.closedAt', { register: format.energy(entry.register) });
  }
}
