import { useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { HistoryPending } from '../../chain/history/HistoryView.tsx';
import { useMoneyHistory } from '../../chain/history/useHistory.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { dayOfTimestamp } from '../../domain/calendar.ts';
import { formatDecimal } from '../../domain/decimal.ts';
import { estimateBasis, estimateOf } from '../../domain/estimate.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { EstimateBasis } from './EstimateBasis.tsx';
import { estimateReading } from './estimateReading.ts';
import { OwnReadingFields } from './OwnReadingFields.tsx';
import { useOwnReading } from './useOwnReading.ts';

/** Bills on estimates in a row. */
const MOST_ESTIMATES = 2;

/** For a meter that could not be read: the mean of the last three bills on readings, which the board may change. */
export function EstimateForm({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const transaction = useTransaction();
  const history = useMoneyHistory(connection);
  const [isTried, setTried] = useState(false);
  const { number, register, registerOffset, billedRegister, estimatedBills } = connection;
  const bills = history.entries.filter((entry) => entry.type === 'bill');
  const basis = estimateBasis(bills);
  // After a reading below what estimates have billed, the next estimate begins at what is billed.
  const start = (register > billedRegister ? register : billedRegister) - registerOffset;
  const daysTo = (readAt: number) => dayOfTimestamp(readAt, utcOffset) - dayOfTimestamp(connection.readAt, utcOffset);
  const energyTo = (readAt: number | null) => {
    const days = readAt === null ? 0 : daysTo(readAt);
    return days > 0 ? estimateOf(bills, days) : null;
  };
  const reading = useOwnReading((readAt) => {
    const energy = energyTo(readAt);
    return energy === null ? '' : formatDecimal(start + energy, 3, { keep: 0 });
  });
  if (estimatedBills >= MOST_ESTIMATES) return <Notice tone="warn">{t('manage.tooManyEstimates')}</Notice>;
  if (!history.complete && basis.length === 0) return <HistoryPending history={history} lines={4} />;
  const energy = energyTo(reading.readAt);
  const days = reading.readAt === null ? 0 : daysTo(reading.readAt);
  const request = () => {
    setTried(true);
    const { register: own, readAt } = reading;
    return own === null || readAt === null ? null : estimateReading(number, own, readAt);
  };
  return (
    <Stack>
      <p>{t('manage.estimateHint')}</p>
      {estimatedBills > 0 && <Notice tone="warn">{t('manage.oneEstimate')}</Notice>}
      {basis.length > 0 ? <EstimateBasis bills={basis} /> : <Notice tone="warn">{t('manage.noBasis')}</Notice>}
      <OwnReadingFields
        reading={reading}
        label={t('manage.estimatedRegister')}
        hint={
          energy === null
            ? t('manage.ownHint')
            : t('manage.estimateIs', { count: days, energy: format.energy(energy), start: format.energy(start) })
        }
        isTried={isTried}
      />
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="secondary"
          request={request}
          onDone={() => {
            reading.reset();
            setTried(false);
          }}
        >
          {t('manage.putInEstimate')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Stack>
  );
}
