import { upToHundredths } from '../domain/hundredths.ts';
import type { Instalment } from '../domain/plan.ts';
import { useT } from '../messages/useMessages.ts';
import { Amount } from './Amount.tsx';
import { Badge } from './Badge.tsx';
import { DateText } from './DateText.tsx';
import type { Tone } from './Notice.tsx';
import { PagedTable } from './PagedTable.tsx';

const tones: Record<Instalment['state'], Tone> = { paid: 'good', due: 'info', missed: 'bad' };

const perPage = 6;

/** Every instalment of a plan, and whether it is paid. */
export function Instalments({ instalments }: { instalments: readonly Instalment[] }) {
  const t = useT();
  return (
    <PagedTable
      pageSize={perPage}
      caption={t('manage.instalments')}
      columns={[
        { header: t('manage.instalments'), cell: ({ day }) => <DateText day={day} /> },
        {
          header: t('connection.status'),
          cell: ({ state }) => <Badge tone={tones[state]}>{t(`manage.instalment.${state}`)}</Badge>,
        },
        { header: t('tariff.amount'), cell: ({ amount }) => <Amount value={upToHundredths(amount)} />, align: 'end' },
      ]}
      rows={instalments}
      rowKey={({ day }) => day}
    />
  );
}
