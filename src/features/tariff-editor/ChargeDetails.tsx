import { BASES } from '../../domain/tariff/model.ts';
import { useT } from '../../messages/useMessages.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ChargeDraft } from './draft.ts';
import styles from './Form.module.css';
import { RoundingFields } from './RoundingFields.tsx';
import type { ProblemAt } from './TariffEditor.tsx';

interface ChargeDetailsProps {
  charge: ChargeDraft;
  path: string;
  onCharge: (charge: ChargeDraft) => void;
  problemAt: ProblemAt;
}

/** What most charges do without: rounding, an own basis, a range of consumption, a rebate. */
export function ChargeDetails({ charge, path, onCharge, problemAt }: ChargeDetailsProps) {
  const t = useT();
  const set = (changes: Partial<ChargeDraft>) => onCharge({ ...charge, ...changes });
  const isSubtotal = charge.kind === 'subtotal';
  return (
    <Disclosure title={t('editor.details')}>
      <Stack>
        {!isSubtotal && (
          <CheckField
            label={t('editor.isRebate')}
            hint={t('editor.rebateHint')}
            value={charge.isRebate}
            onValue={(isRebate) => set({ isRebate })}
          />
        )}
        <SelectField
          label={t('editor.ownBasis')}
          value={charge.basis}
          onValue={(basis) => set({ basis })}
          options={[
            { value: '', label: t('editor.asTariff') },
            ...BASES.map((value) => ({ value, label: t(`editor.basis.${value}`) })),
          ]}
        />
        {!isSubtotal && (
          <RoundingFields
            label={t('editor.linesRounded')}
            value={charge.lineRound}
            onValue={(lineRound) => set({ lineRound })}
            error={problemAt(`${path}.lineRound`, 'editor.expected.step')}
          />
        )}
        <RoundingFields
          label={t('editor.sumRounded')}
          value={charge.round}
          onValue={(round) => set({ round })}
          error={problemAt(`${path}.round`, 'editor.expected.step')}
        />
        <RoundingFields
          label={t('editor.limitsRounded')}
          value={charge.roundLimits}
          onValue={(roundLimits) => set({ roundLimits })}
          error={problemAt(`${path}.roundLimits`, 'editor.expected.step')}
        />
        <div className={styles.fields}>
          <TextField
            label={t('editor.onlyAbove')}
            optional
            inputMode="decimal"
            after="kWh"
            value={charge.above}
            onValue={(above) => set({ above })}
            error={problemAt(`${path}.when.above`, 'editor.expected.limit')}
          />
          <TextField
            label={t('editor.onlyUpTo')}
            optional
            inputMode="decimal"
            after="kWh"
            value={charge.upTo}
            onValue={(upTo) => set({ upTo })}
            error={problemAt(`${path}.when.upTo`, 'editor.expected.limit')}
          />
        </div>
      </Stack>
    </Disclosure>
  );
}
