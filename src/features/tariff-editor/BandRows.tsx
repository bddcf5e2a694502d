import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { BandDraft } from './draft.ts';
import styles from './Form.module.css';
import type { ProblemAt } from './TariffEditor.tsx';

interface BandRowsProps {
  /** A rate per kWh, or an amount. */
  priceName: 'rate' | 'amount';
  bands: readonly BandDraft[];
  onBands: (bands: BandDraft[]) => void;
  path: string;
  problemAt: ProblemAt;
}

/** The bands of consumption; the last one may be open. */
export function BandRows({ priceName, bands, onBands, path, problemAt }: BandRowsProps) {
  const t = useT();
  const set = (index: number, changes: Partial<BandDraft>) =>
    onBands(bands.map((band, at) => (at === index ? { ...band, ...changes } : band)));
  return (
    <fieldset className={styles.group}>
      <legend>{t('editor.bands')}</legend>
      <div className={styles.rows}>
        {bands.map((band, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place
          <div key={index} className={styles.band}>
            <TextField
              label={t('editor.bandUpTo', { number: String(index + 1) })}
              inputMode="decimal"
              after="kWh"
              placeholder={index === bands.length - 1 ? t('editor.open') : undefined}
              value={band.upTo}
              onValue={(upTo) => set(index, { upTo })}
              error={problemAt(`${path}[${index}].upTo`, 'editor.expected.limit')}
            />
            <TextField
              label={t(priceName === 'rate' ? 'editor.bandRate' : 'editor.bandAmount', { number: String(index + 1) })}
              inputMode="decimal"
              value={band.price}
              onValue={(price) => set(index, { price })}
              error={problemAt(`${path}[${index}].${priceName}`, 'editor.expected.money')}
            />
            <div className={styles.bandButton}>
              <Button
                variant="quiet"
                icon="close"
                disabled={bands.length === 1}
                onClick={() => onBands(bands.filter((_, at) => at !== index))}
              >
                <span className="visually-hidden">{t('editor.removeBand', { number: String(index + 1) })}</span>
              </Button>
            </div>
          </div>
        ))}
        <div>
          <Button variant="quiet" onClick={() => onBands([...bands, { upTo: '', price: '' }])}>
            {t('editor.addBand')}
          </Button>
        </div>
      </div>
    </fieldset>
  );
}
