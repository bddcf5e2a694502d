import { useEffect, useRef } from 'react';
import type { ReadingColumns, ReadingField } from '../../domain/reading.ts';
import { headerOf, type ReadingFile } from '../../domain/readingFile.ts';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './ColumnsPanel.module.css';
import type { Source } from './ReadingsScreen.tsx';

interface ColumnsPanelProps {
  source: Source;
  file: ReadingFile;
  columns: ReadingColumns;
  onColumns: (columns: ReadingColumns) => void;
  onClose: () => void;
}

const fields: readonly ReadingField[] = ['connection', 'register', 'readAt'];
const sampleSize = 3;

/** Which column of the table is what: guessed by the header, to be changed, with the first rows as they are understood. */
export function ColumnsPanel({ source, file, columns, onColumns, onClose }: ColumnsPanelProps) {
  const t = useT();
  const top = useRef<HTMLDivElement>(null);
  // It appears below what was just used, on a phone out of sight.
  useEffect(() => top.current?.focus(), []);
  const header = headerOf(source.rows);
  const width = Math.max(...source.rows.map((row) => row.length));
  const figures = source.rows.filter((row) => row !== header && row.some((field) => field.trim() !== ''));
  const options = [
    { value: '-1', label: t('readings.noColumn') },
    ...Array.from({ length: width }, (_, index) => ({
      value: String(index),
      label: header?.[index]?.trim() || t('readings.column', { number: String(index + 1) }),
    })),
  ];
  return (
    <div ref={top} tabIndex={-1} className={styles.top}>
      <Panel
        title={source.name ?? t('readings.pasted')}
        actions={
          <Button variant="quiet" icon="close" onClick={onClose}>
            {t('readings.discard')}
          </Button>
        }
      >
        <p>{t('readings.rowCount', { count: figures.length })}</p>
        <Columns even>
          <div className={styles.columns}>
            {fields.map((field) => (
              <SelectField
                key={field}
                label={t(`readings.field.${field}`)}
                value={String(columns[field])}
                onValue={(value) => onColumns({ ...columns, [field]: Number(value) })}
                options={options}
                error={file.missing.includes(field) ? t('readings.chooseColumn') : null}
              />
            ))}
          </div>
          <Table
            caption={t('readings.firstRows')}
            columns={fields.map((field) => ({
              header: t(`readings.field.${field}`),
              cell: (row: readonly string[]) => row[columns[field]] ?? '–',
            }))}
            rows={figures.slice(0, sampleSize)}
            rowKey={(row) => figures.indexOf(row)}
          />
        </Columns>
      </Panel>
    </div>
  );
}
