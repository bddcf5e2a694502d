import { useState } from 'react';
import { useChainTime } from '../../chain/head.ts';
import { readFigure } from '../../domain/readFigure.ts';
import { computeBill } from '../../domain/tariff/bill.ts';
import { UsageError } from '../../domain/tariff/errors.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import type { Usage } from '../../domain/tariff/usage.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BillLines } from '../../ui/tariff/BillLines.tsx';
import styles from './Calculator.module.css';

/** What the tariff makes of a consumption, line by line, while it is typed. */
export function Calculator({ tariff }: { tariff: Tariff }) {
  const t = useT();
  const { today } = useChainTime();
  const [units, setUnits] = useState('500');
  const [load, setLoad] = useState('3');
  const [days, setDays] = useState('30');
  const energy = readFigure(units, { decimals: 3, least: 0n, most: 10n ** 12n });
  const loadW = readFigure(load, { decimals: 3, least: 1n, most: 2n ** 32n - 1n });
  const length = readFigure(days, { decimals: 0, least: 1n, most: 1000n });
  return (
    <>
      <p>{t('tariff.calculatorHint')}</p>
      <div className={styles.fields}>
        <TextField
          label={t('tariff.units')}
          after="kWh"
          inputMode="decimal"
          value={units}
          onValue={setUnits}
          error={energy === null ? t('tariff.unitsWrong') : null}
        />
        <TextField
          label={t('tariff.load')}
          after="kW"
          inputMode="decimal"
          value={load}
          onValue={setLoad}
          error={loadW === null ? t('tariff.loadWrong') : null}
        />
        <TextField
          label={t('tariff.period')}
          after={t('tariff.daysUnit')}
          inputMode="numeric"
          value={days}
          onValue={setDays}
          error={length === null ? t('tariff.periodWrong') : null}
        />
      </div>
      {energy !== null && loadW !== null && length !== null && (
        <Result tariff={tariff} usage={{ energy, load: loadW, fromDay: today, toDay: today + Number(length) }} />
      )}
    </>
  );
}

function Result({ tariff, usage }: { tariff: Tariff; usage: Usage }) {
  const t = useT();
  const format = useFormat();
  try {
    return <BillLines bill={computeBill(tariff, usage)} caption={t('tariff.calculator')} total={t('tariff.total')} />;
  } catch (error) {
    if (!(error instanceof UsageError && error.reason === 'aboveLastBand')) throw error;
    return <Notice tone="warn">{t('error.AboveLastBand', { wh: format.energy(usage.energy) })}</Notice>;
  }
}
