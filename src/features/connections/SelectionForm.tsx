import type { TariffTitle } from '../../chain/reads/tariffTitles.ts';
import { useT } from '../../messages/useMessages.ts';
import { connectionSelections } from '../../paths.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './SelectionForm.module.css';
import type { Selection } from './selection.ts';

interface SelectionFormProps {
  selection: Selection;
  titles: readonly TariffTitle[];
  onChange: (selection: Selection) => void;
}

const orders = ['number', 'balance', 'reading'] as const;

export function SelectionForm({ selection, titles, onChange }: SelectionFormProps) {
  const t = useT();
  return (
    <search className={styles.form}>
      <TextField
        label={t('connections.search')}
        hint={t('connections.searchHint')}
        type="search"
        value={selection.text}
        onValue={(text) => onChange({ ...selection, text })}
      />
      <SelectField
        label={t('connections.tariff')}
        value={String(selection.category ?? '')}
        onValue={(category) => onChange({ ...selection, category: category === '' ? null : Number(category) })}
        options={[
          { value: '', label: t('connections.allTariffs') },
          ...titles.map(({ category, title }) => ({ value: String(category), label: title })),
        ]}
      />
      <SelectField
        label={t('connections.show')}
        value={selection.show}
        onValue={(show) => onChange({ ...selection, show })}
        options={connectionSelections.map((value) => ({ value, label: t(`connections.show.${value}`) }))}
      />
      <SelectField
        label={t('connections.order')}
        value={selection.order}
        onValue={(order) => onChange({ ...selection, order })}
        options={orders.map((value) => ({ value, label: t(`connections.order.${value}`) }))}
      />
    </search>
  );
}
