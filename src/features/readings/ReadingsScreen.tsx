import { useState } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { Columns, Page } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ImportPanels } from './ImportPanels.tsx';
import { OneReading } from './OneReading.tsx';
import { SourcePanel } from './SourcePanel.tsx';

/** A table that was loaded or pasted. Each one is another import, also when the text is the same. */
export interface Source {
  id: number;
  /** The file's name; null when it was pasted. */
  name: string | null;
  rows: readonly (readonly string[])[];
}

/** Readings, one or a file of them. @param number the consumer number to begin with */
export function ReadingsScreen({ number }: { number?: bigint | undefined }) {
  const t = useT();
  const [source, setSource] = useState<Source | null>(null);
  return (
    <Page>
      <PageHeader title={t('shell.readings')} lead={t('readings.lead')} />
      <Columns even>
        <OneReading first={number} />
        <SourcePanel onRows={(rows, name) => setSource((before) => ({ id: (before?.id ?? 0) + 1, name, rows }))} />
      </Columns>
      {source && <ImportPanels key={source.id} source={source} onClose={() => setSource(null)} />}
    </Page>
  );
}
