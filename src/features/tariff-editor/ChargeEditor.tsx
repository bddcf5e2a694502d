import { useState } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ChargeDetails } from './ChargeDetails.tsx';
import { ChargeFigures } from './ChargeFigures.tsx';
import { moveCharge, removeCharge, slugOf } from './changes.ts';
import type { ChargeDraft, TariffDraft } from './draft.ts';
import styles from './Form.module.css';
import type { ProblemAt } from './TariffEditor.tsx';

interface ChargeEditorProps {
  draft: TariffDraft;
  index: number;
  charge: ChargeDraft;
  onDraft: (draft: TariffDraft) => void;
  problemAt: ProblemAt;
}

const kinds = ['energy', 'fixed', 'percent', 'subtotal'] as const;

/** One charge, folded up until it is needed: a new one, and one with a mistake, are open. */
export function ChargeEditor({ draft, index, charge, onDraft, problemAt }: ChargeEditorProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(charge.id === '');
  const path = `charges[${index}]`;
  const isWrong = problemAt(path, 'editor.expected.text') !== null;
  const onCharge = (changed: ChargeDraft) => onDraft({ ...draft, charges: draft.charges.with(index, changed) });
  const setLabel = (label: string) => {
    const follows = charge.id === slugOf(charge.label);
    onCharge({ ...charge, label, id: follows ? slugOf(label) : charge.id });
  };
  return (
    <details className={styles.charge} open={isOpen || isWrong} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {charge.label || t('editor.unnamed')}
        <span className={styles.kind}>{t(`editor.kind.${charge.kind}`)}</span>
        {charge.isRebate && charge.kind !== 'subtotal' && <Badge tone="good">{t('tariff.rebate')}</Badge>}
        {isWrong && <Badge tone="bad">{t('editor.incomplete')}</Badge>}
      </summary>
      <div className={styles.content}>
        <div className={styles.fields}>
          <TextField
            label={t('editor.label')}
            hint={t('editor.labelHint')}
            value={charge.label}
            onValue={setLabel}
            error={problemAt(`${path}.label`, 'editor.expected.text')}
          />
          <TextField
            label={t('editor.id')}
            hint={t('editor.chargeIdHint')}
            spellCheck={false}
            value={charge.id}
            onValue={(id) => onCharge({ ...charge, id })}
            error={problemAt(`${path}.id`, 'editor.expected.slug')}
          />
          <SelectField
            label={t('editor.kind')}
            hint={t(`editor.kindHint.${charge.kind}`)}
            value={charge.kind}
            onValue={(kind) => onCharge({ ...charge, kind })}
            options={kinds.map((value) => ({ value, label: t(`editor.kind.${value}`) }))}
          />
        </div>
        <ChargeFigures draft={draft} index={index} charge={charge} onCharge={onCharge} problemAt={problemAt} />
        <ChargeDetails charge={charge} path={path} onCharge={onCharge} problemAt={problemAt} />
        <Row>
          <Button variant="quiet" disabled={index === 0} onClick={() => onDraft(moveCharge(draft, index, -1))}>
            {t('editor.moveUp')}
          </Button>
          <Button
            variant="quiet"
            disabled={index === draft.charges.length - 1}
            onClick={() => onDraft(moveCharge(draft, index, 1))}
          >
            {t('editor.moveDown')}
          </Button>
          <Button
            variant="quiet"
            disabled={draft.charges.length === 1}
            onClick={() => onDraft(removeCharge(draft, charge.key))}
          >
            {t('editor.remove')}
          </Button>
        </Row>
      </div>
    </details>
  );
}
