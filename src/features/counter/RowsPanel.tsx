import { useState } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { Panel } from '../../ui/Panel.tsx';
import type { CheckedRow } from './checkRows.ts';
import { type Draft, nextId, withBlankRow, withoutRows, withRow } from './draft.ts';
import { RowFields } from './RowFields.tsx';
import styles from './RowsPanel.module.css';

const pageSize = 20;

interface RowsPanelProps {
  rows: readonly CheckedRow[];
  /** While they are being sent. */
  isLocked: boolean;
  change: (next: (draft: Draft) => Draft) => void;
}

/** Who is paid for, and how much. What is wrong stands at its row and keeps only that row back. */
export function RowsPanel({ rows, isLocked, change }: RowsPanelProps) {
  const t = useT();
  const [offset, setOffset] = useState(0);
  const [onlyBad, setOnlyBad] = useState(false);
  const [added, setAdded] = useState<number | null>(null);
  const bad = rows.filter(({ state }) => state === 'bad');
  const shown = onlyBad && bad.length > 0 ? bad : rows;
  const from = offset < shown.length ? offset : 0;
  const add = () => {
    setOnlyBad(false);
    setOffset(rows.length - (rows.length % pageSize));
    setAdded(nextId(rows.map(({ row }) => row)));
    change(withBlankRow);
  };
  return (
    <Panel title={t('counter.rows')}>
      {bad.length > 0 && !isLocked && (
        <Notice
          tone="warn"
          actions={
            <>
              {rows.length > pageSize && (
                <Button variant="secondary" onClick={() => setOnlyBad(!onlyBad)}>
                  {t(onlyBad ? 'counter.showAll' : 'counter.showBad')}
                </Button>
              )}
              <Button
                variant="secondary"
                onClick={() =>
                  change((draft) =>
                    withoutRows(
                      draft,
                      bad.map(({ row }) => row.id),
                    ),
                  )
                }
              >
                {t('counter.leaveOut', { count: bad.length })}
              </Button>
            </>
          }
        >
          {t('counter.badRows', { count: bad.length })}
        </Notice>
      )}
      <ol className={styles.rows}>
        {shown.slice(from, from + pageSize).map((checked) => (
          <RowFields
            key={checked.row.id}
            checked={checked}
            isLocked={isLocked}
            isNew={checked.row.id === added}
            onChange={(changes) => change((draft) => withRow(draft, checked.row.id, changes))}
            onRemove={() => change((draft) => withoutRows(draft, [checked.row.id]))}
            onEnter={add}
          />
        ))}
      </ol>
      <Pager label={t('counter.rows')} offset={from} limit={pageSize} total={shown.length} onOffset={setOffset} />
      {!isLocked && (
        <Row>
          <Button variant="secondary" onClick={add}>
            {t('counter.addRow')}
          </Button>
        </Row>
      )}
    </Panel>
  );
}
