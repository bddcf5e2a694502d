import { useFormat, useT } from '../../messages/useMessages.ts';
import { Hex } from '../../ui/Hex.tsx';
import type { ReadingRow } from './readingRows.ts';

/** How a register came about, in words. */
export function ReadingKindText({ row: { entry, isAfterZero } }: { row: ReadingRow }) {
  const t = useT();
  const format = useFormat();
  switch (entry.type) {
    case 'reading':
      return isAfterZero ? t('life.afterZero') : t(`bill.kind.${entry.kind}`);
    case 'registration':
      return t('life.event.registration');
    case 'exchange':
      return (
        <>
          {t('life.exchanged', { final: format.energy(entry.finalRegister) })}{' '}
          {entry.key && (
            <>
              {t('manage.key')}: <Hex value={entry.key} />
            </>
          )}
        </>
      );
    case 'correction':
      return (
        <>
          {t('life.corrected', { energy: format.energy(entry.wrong - entry.register + entry.overbilledWh) })}{' '}
          <q>{entry.reason}</q>{' '}
          {entry.overbilledWh > 0n && t('life.overbilled', { energy: format.energy(entry.overbilledWh) })}
        </>
      );
  }
}
