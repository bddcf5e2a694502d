import { lastRead } from '../../chain/history/lastRead.ts';
import { useReadingHistory } from '../../chain/history/useHistory.ts';
import { meterStateOf } from '../../chain/reads/meterState.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { ExchangeForm } from './ExchangeForm.tsx';
import { MeterKeyForm } from './MeterKeyForm.tsx';
import { RolloverForm } from './RolloverForm.tsx';

/** What the meter shows, and whatever happens to a meter besides being read. */
export function MeterPanel({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const { entries } = useReadingHistory(connection);
  const { number, register, registerOffset, readAt, meterKey, isEstimated, isClosed } = connection;
  const latest = entries.find((entry) => entry.type === 'reading');
  const kind = isEstimated ? 'estimated' : latest?.type === 'reading' ? latest.kind : 'actual';
  const meter = meterStateOf(connection, lastRead(entries));
  return (
    <Panel title={t('manage.meter')}>
      <DefinitionList
        items={[
          { term: t('manage.register'), detail: format.energy(register) },
          { term: t('manage.ownRegister'), detail: format.energy(register - registerOffset) },
          { term: t('connection.readAt'), detail: <TimeText seconds={readAt} /> },
          { term: t('bill.reading'), detail: t(`bill.kind.${kind}`) },
          { term: t('manage.key'), detail: meterKey ? <Hex value={meterKey} /> : t('manage.noKey') },
        ]}
      />
      {registerOffset !== 0n && <p>{t('manage.offsetHint')}</p>}
      {!isClosed && (
        <>
          <div>
            <LinkButton variant="secondary" icon="meter" to={paths.readingOf(number)}>
              {t('manage.toReadings')}
            </LinkButton>
          </div>
          <Disclosure title={t('manage.estimate')}>
            <EstimateForm connection={connection} />
          </Disclosure>
          <Disclosure title={t('manage.correct')}>
            <CorrectionForm connection={connection} />
          </Disclosure>
          <Disclosure title={t('manage.exchange')}>
            <ExchangeForm connection={connection} meter={meter} />
          </Disclosure>
          <Disclosure title={t('manage.rollover')}>
            <RolloverForm connection={connection} meter={meter} />
          </Disclosure>
          <Disclosure title={t('manage.signing')}>
            <MeterKeyForm connection={connection} />
          </Disclosure>
        </>
      )}
    </Panel>
  );
}
