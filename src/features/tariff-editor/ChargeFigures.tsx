import { useT } from '../../messages/useMessages.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BandRows } from './BandRows.tsx';
import type { ChargeDraft, TariffDraft } from './draft.ts';
import styles from './Form.module.css';
import { ReferenceFields } from './ReferenceFields.tsx';
import type { ProblemAt } from './TariffEditor.tsx';

interface ChargeFiguresProps {
  draft: TariffDraft;
  index: number;
  charge: ChargeDraft;
  onCharge: (charge: ChargeDraft) => void;
  problemAt: ProblemAt;
}

/** What a charge of its kind is computed from. */
export function ChargeFigures({ draft, index, charge, onCharge, problemAt }: ChargeFiguresProps) {
  const t = useT();
  const path = `charges[${index}]`;
  const set = (changes: Partial<ChargeDraft>) => onCharge({ ...charge, ...changes });
  const bands = (
    <BandRows
      priceName={charge.kind === 'energy' ? 'rate' : 'amount'}
      bands={charge.bands}
      onBands={(bands) => set({ bands })}
      path={`${path}.bands`}
      problemAt={problemAt}
    />
  );
  const per = (
    <div>
      <CheckField label={t('editor.perLoad')} value={charge.perLoad} onValue={(perLoad) => set({ perLoad })} />
      <CheckField label={t('editor.perBasis')} value={charge.perBasis} onValue={(perBasis) => set({ perBasis })} />
    </div>
  );
  const of = (
    <ReferenceFields
      legend={t(charge.kind === 'percent' ? 'editor.percentOf' : 'editor.sumOf')}
      draft={draft}
      above={index}
      of={charge.of}
      onOf={(of) => set({ of })}
      error={problemAt(`${path}.of`, 'editor.expected.of')}
    />
  );
  switch (charge.kind) {
    case 'energy':
      return (
        <>
          <SelectField
            label={t('editor.method')}
            hint={t(`editor.methodHint.${charge.method}`)}
            value={charge.method}
            onValue={(method) => set({ method })}
            options={(['telescopic', 'whole'] as const).map((value) => ({ value, label: t(`editor.method.${value}`) }))}
          />
          {bands}
        </>
      );
    case 'fixed':
      return (
        <>
          <CheckField label={t('editor.banded')} value={charge.isBanded} onValue={(isBanded) => set({ isBanded })} />
          {charge.isBanded ? (
            bands
          ) : (
            <div className={styles.fields}>
              <TextField
                label={t('tariff.amount')}
                inputMode="decimal"
                value={charge.amount}
                onValue={(amount) => set({ amount })}
                error={problemAt(`${path}.amount`, 'editor.expected.money')}
              />
            </div>
          )}
          {per}
        </>
      );
    case 'percent':
      return (
        <>
          <div className={styles.fields}>
            <TextField
              label={t('editor.rate')}
              inputMode="decimal"
              after="%"
              value={charge.rate}
              onValue={(rate) => set({ rate })}
              error={problemAt(`${path}.rate`, 'editor.expected.percent')}
            />
          </div>
          {of}
        </>
      );
    case 'subtotal':
      return (
        <>
          {of}
          <div className={styles.fields}>
            <TextField
              label={t('editor.atLeast')}
              hint={t('editor.atLeastHint')}
              optional
              inputMode="decimal"
              value={charge.amount}
              onValue={(amount) => set({ amount })}
              error={problemAt(`${path}.atLeast`, 'editor.expected.money')}
            />
          </div>
          {charge.amount && per}
        </>
      );
  }
}
