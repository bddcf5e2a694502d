import type { DisputeEnded, DisputeOpened } from '../../chain/history/entries.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Row } from '../../ui/Layout.tsx';
import type { Tone } from '../../ui/Notice.tsx';
import { keptReason } from './disputeReason.ts';
import { ReasonCopy } from './ReasonCopy.tsx';
import { withdrawDispute } from './withdrawDispute.ts';

const tones: Record<DisputeEnded['outcome'], Tone | 'neutral'> = {
  upheld: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

interface DisputeCourseProps {
  connection: bigint;
  opened: DisputeOpened;
  ended: DisputeEnded | null;
  isHolder: boolean;
}

/** What is contested since when, and how it ended; as long as it has not, the holder can take it back. */
export function DisputeCourse({ connection, opened, ended, isHolder }: DisputeCourseProps) {
  const t = useT();
  const transaction = useTransaction();
  const text = keptReason(opened.reason);
  return (
    <>
      <Row>
        {ended ? (
          <Badge tone={tones[ended.outcome]}>{t(`life.outcome.${ended.outcome}`)}</Badge>
        ) : (
          <Badge tone="warn">{t('life.disputeIsOpen')}</Badge>
        )}
      </Row>
      {!ended && <p>{t('life.disputeStops')}</p>}
      <DefinitionList
        items={[
          { term: t('life.contested'), detail: <Amount value={opened.amount} /> },
          { term: t('life.disputedOn'), detail: <TimeText seconds={opened.time} /> },
          { term: t('life.reasonHash'), detail: <Hex value={opened.reason} /> },
          ...(ended ? [{ term: t('life.endedOn'), detail: <TimeText seconds={ended.time} /> }] : []),
          ...(ended?.reason ? [{ term: t('life.answer'), detail: <q>{ended.reason}</q> }] : []),
        ]}
      />
      {!ended && isHolder && (
        <>
          {text && <ReasonCopy connection={connection} bill={opened.bill} text={text} />}
          <Row>
            <TransactionButton
              transaction={transaction}
              variant="secondary"
              request={() => withdrawDispute(connection)}
            >
              {t('life.withdrawDispute')}
            </TransactionButton>
          </Row>
          <TransactionStatus transaction={transaction} />
        </>
      )}
    </>
  );
}
