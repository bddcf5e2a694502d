import type { Reading } from '../domain/reading.ts';
import type { ReadingCheck } from '../domain/readingCheck.ts';
import { useFormat, useT } from '../messages/useMessages.ts';
import { Notice } from './Notice.tsx';

interface ReadingCheckNoticeProps {
  check: ReadingCheck;
  reading: Reading;
  /** Since the last reading. */
  days: number;
}

/** What the contract would make of a reading. */
export function ReadingCheckNotice({ check, reading, days }: ReadingCheckNoticeProps) {
  const t = useT();
  const format = useFormat();
  const connection = String(reading.connection);
  switch (check.kind) {
    case 'plausible':
    case 'implausible': {
      const isPlausible = check.kind === 'plausible';
      return (
        <Notice
          tone={isPlausible ? 'good' : 'warn'}
          title={t('readings.consumption', { energy: format.energy(check.energy), count: Math.round(days) })}
        >
          {t(isPlausible ? 'readings.withinLimit' : 'readings.aboveLimit', { limit: format.energy(check.limit) })}
        </Notice>
      );
    }
    case 'recorded':
      return <Notice>{t('readings.recordedBefore')}</Notice>;
    case 'unknown':
      return <Notice tone="bad">{t('error.UnknownConnection', { connection })}</Notice>;
    case 'closed':
      return <Notice tone="bad">{t('readings.closed', { connection })}</Notice>;
    case 'falls':
      return <Notice tone="bad">{t('readings.falls', { connection, last: format.energy(check.last) })}</Notice>;
    case 'notLater':
      return <Notice tone="bad">{t('readings.notLater', { connection, last: format.dateTime(check.last) })}</Notice>;
    case 'future':
      return <Notice tone="bad">{t('readings.future', { now: format.dateTime(check.now) })}</Notice>;
  }
}
