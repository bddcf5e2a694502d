import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { localTimeOf } from '../../domain/localTime.ts';
import { useT } from '../../messages/useMessages.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { OwnReading } from './useOwnReading.ts';

interface OwnReadingFieldsProps {
  reading: OwnReading;
  label: string;
  hint: string;
  isTried: boolean;
}

/** What the meter shows, in kWh, and when. */
export function OwnReadingFields({ reading, label, hint, isTried }: OwnReadingFieldsProps) {
  const t = useT();
  const { utcOffset } = useDeployment().facts;
  const { time } = useChainTime();
  const isMissing = reading.register === null && (isTried || reading.text !== '');
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        inputMode="decimal"
        after="kWh"
        value={reading.text}
        onValue={reading.setText}
        error={isMissing ? t('readings.expected.kilowattHours') : null}
      />
      <TextField
        label={t('readings.readAt')}
        type="datetime-local"
        max={localTimeOf(time, utcOffset)}
        value={reading.time}
        onValue={reading.setTime}
        error={reading.readAt === null ? t('readings.expected.date') : null}
      />
    </>
  );
}
