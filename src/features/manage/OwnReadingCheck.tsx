import type { MeterState, ReadingCheck } from '../../domain/readingCheck.ts';
import { useT } from '../../messages/useMessages.ts';
import { Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ReadingCheckNotice } from '../../ui/ReadingCheckNotice.tsx';
import type { OwnReading } from './useOwnReading.ts';

interface OwnReadingCheckProps {
  check: ReadingCheck | null;
  connection: bigint;
  meter: MeterState;
  reading: OwnReading;
  /** An implausible one is taken all the same, as the board confirms it with this. */
  isConfirmed?: boolean;
}

/** What the contract would make of what is being typed. */
export function OwnReadingCheck({ check, connection, meter, reading, isConfirmed }: OwnReadingCheckProps) {
  const t = useT();
  const { register, readAt } = reading;
  return (
    <div aria-live="polite">
      <Stack>
        {check && register !== null && readAt !== null && (
          <ReadingCheckNotice
            check={check}
            reading={{ connection, register, readAt }}
            days={(readAt - (meter.readBefore ?? meter.readAt)) / 86_400}
          />
        )}
        {check?.kind === 'implausible' && isConfirmed && <Notice tone="warn">{t('manage.confirmsIt')}</Notice>}
      </Stack>
    </div>
  );
}
