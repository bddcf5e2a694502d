import { useState } from 'react';
import { readFigure } from '../domain/readFigure.ts';
import { useT } from '../messages/useMessages.ts';
import { TextField } from './TextField.tsx';

/** Instalments and the days between them, as they are typed. */
interface PlanTyped {
  parts: string;
  interval: string;
}

/** What the contract takes: 2 to 60 instalments, 1 to 366 days apart. Null while that is not so. */
export function usePlanFields() {
  const [typed, setTyped] = useState<PlanTyped>({ parts: '6', interval: '30' });
  const parts = readFigure(typed.parts, { decimals: 0, least: 2n, most: 60n });
  const interval = readFigure(typed.interval, { decimals: 0, least: 1n, most: 366n });
  const terms = parts === null || interval === null ? null : { parts: Number(parts), interval: Number(interval) };
  return { typed, setTyped, isPartsWrong: parts === null, isIntervalWrong: interval === null, terms };
}

export function PlanFields({ typed, setTyped, isPartsWrong, isIntervalWrong }: ReturnType<typeof usePlanFields>) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('manage.parts')}
        inputMode="numeric"
        value={typed.parts}
        onValue={(parts) => setTyped({ ...typed, parts })}
        error={isPartsWrong ? t('manage.partsWrong') : null}
      />
      <TextField
        label={t('manage.interval')}
        inputMode="numeric"
        value={typed.interval}
        onValue={(interval) => setTyped({ ...typed, interval })}
        error={isIntervalWrong ? t('manage.intervalWrong') : null}
      />
    </>
  );
}
