import { useRef, useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { localTimeOf } from '../../domain/localTime.ts';
import { parseConsumerNumber } from '../../domain/reading.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { TextField } from '../../ui/TextField.tsx';

import { ReadingForm } from './ReadingForm.tsx';
import { useMeter } from './useMeter.ts';

/** One reading after the other: the number, what the meter showed before, what it shows now. */
export function OneReading({ first }: { first?: bigint | undefined }) {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const { time } = useChainTime();
  const transaction = useTransaction();
  const top = useRef<HTMLDivElement>(null);
  const [text, setText] = useState(first === undefined ? '' : String(first));
  // Now, until somebody says otherwise; then the same from one connection to the next.
  const [chosenTime, setChosenTime] = useState<string | null>(null);
  const [recorded, setRecorded] = useState<string | null>(null);
  const number = parseConsumerNumber(text.trim());
  const meter = useMeter(number ?? 0n);
  const onDone = () => {
    setRecorded(text);
    setText('');
    top.current?.querySelector('input')?.focus();
  };
  return (
    <Panel title={t('readings.one')}>
      <div aria-live="polite">
        {recorded && <Notice tone="good">{t('readings.recordedOne', { number: recorded })}</Notice>}
      </div>
      <div ref={top}>
        <TextField
          label={t('readings.number')}
          inputMode="numeric"
          value={text}
          onValue={setText}
          error={text.trim() !== '' && number === undefined ? t('readings.expected.consumerNumber') : null}
        />
      </div>
      {number !== undefined && (
        <QueryView
          query={meter}
          isEmpty={(found) => found === null}
          empty={t('error.UnknownConnection', { connection: String(number) })}
        >
          {(found) =>
            found && (
              <>
                <DefinitionList
                  items={[
                    { term: t('readings.last'), detail: format.energy(found.register) },
                    { term: t('readings.lastOn'), detail: <TimeText seconds={found.readBefore ?? found.readAt} /> },
                    { term: t('readings.load'), detail: format.load(found.loadW) },
                  ]}
                />
                {found.readBefore !== undefined && (
                  <Notice tone="warn">{t('readings.estimatedSince', { time: format.dateTime(found.readAt) })}</Notice>
                )}
                <ReadingForm
                  key={String(number)}
                  connection={number}
                  meter={found}
                  readAt={chosenTime ?? localTimeOf(time, utcOffset)}
                  onReadAt={setChosenTime}
                  transaction={transaction}
                  onDone={onDone}
                />
              </>
            )
          }
        </QueryView>
      )}
      {transaction.state.stage !== 'succeeded' && <TransactionStatus transaction={transaction} />}
    </Panel>
  );
}
