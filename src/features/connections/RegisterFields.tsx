import { useTariffTitles } from '../../chain/reads/tariffTitles.ts';
import { isoDateOfDay } from '../../domain/calendar.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import { AddressField } from '../../ui/AddressField.tsx';
import { QueryView } from '../../ui/QueryView.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './RegisterFields.module.css';
import type { RegistrationForm, RegistrationProblems } from './registration.ts';

interface RegisterFieldsProps {
  form: RegistrationForm;
  problems: RegistrationProblems;
  /** The latest day that a meter can have been read. */
  today: number;
  onChange: (form: RegistrationForm) => void;
}

const months = ['1', '2', '3', '6', '12'] as const;

export function RegisterFields({ form, problems, today, onChange }: RegisterFieldsProps) {
  const t = useT();
  const words = useWords();
  const titles = useTariffTitles();
  /** What a field needs besides its label. */
  const field = <Name extends keyof RegistrationForm>(name: Name) => {
    const problem = problems[name];
    return {
      value: form[name],
      onValue: (value: RegistrationForm[Name]) => onChange({ ...form, [name]: value }),
      error: problem ? words(problem) : null,
    };
  };
  return (
    <div className={styles.fields}>
      <TextField
        label={t('connections.number')}
        hint={t('connections.numberHint')}
        inputMode="numeric"
        {...field('number')}
      />
      <AddressField label={t('connections.holder')} hint={t('connections.holderHint')} {...field('holder')} />
      <QueryView query={titles} lines={1} isEmpty={(list) => list.length === 0} empty={t('connections.noTariff')}>
        {(list) => (
          <SelectField
            label={t('connections.tariff')}
            hint={t('connections.tariffHint')}
            {...field('category')}
            options={[
              { value: '', label: t('connections.choose') },
              ...list.map(({ category, title }) => ({ value: String(category), label: title })),
            ]}
          />
        )}
      </QueryView>
      <TextField
        label={t('connections.load')}
        hint={t('connections.loadHint')}
        inputMode="decimal"
        after="kW"
        {...field('load')}
      />
      <SelectField
        label={t('connections.agreement')}
        hint={t('connections.agreementHint')}
        {...field('agreement')}
        options={[
          ...months.map((value) => ({
            value,
            label: t('connections.everyMonths', { count: Number(value) }),
          })),
          { value: 'days' as const, label: t('connections.byDays') },
          { value: 'prepaid' as const, label: t('connections.prepaid') },
        ]}
      />
      {form.agreement === 'days' && (
        <TextField
          label={t('connections.days')}
          hint={t('connections.daysHint')}
          inputMode="numeric"
          {...field('days')}
        />
      )}
      <TextField
        label={t('connections.openingRegister')}
        hint={t('connections.openingHint')}
        inputMode="decimal"
        after="kWh"
        {...field('register')}
      />
      <TextField
        label={t('connections.openingDate')}
        hint={t('connections.openingDateHint')}
        type="date"
        max={isoDateOfDay(today)}
        {...field('date')}
      />
    </div>
  );
}
