import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useDeployment } from '../../chain/deployment.ts';
import { explain } from '../../chain/errors/explain.ts';
import { fetchConnection } from '../../chain/reads/connections.ts';
import { parseConsumerNumber } from '../../domain/reading.ts';
import { useT, useWords } from '../../messages/useMessages.ts';
import type { Words } from '../../messages/words.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './LookUp.module.css';

/** Finds a connection by its consumer number: anyone may read its account and pay for it. */
export function LookUp() {
  const t = useT();
  const words = useWords();
  const deployment = useDeployment();
  const [, navigate] = useLocation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Words | null>(null);
  const [isBusy, setBusy] = useState(false);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    const digits = text.replace(/[\s-]/g, '');
    const number = parseConsumerNumber(digits);
    if (number === undefined) return setProblem({ key: digits ? 'visitor.notANumber' : 'visitor.numberMissing' });
    setBusy(true);
    try {
      if (await fetchConnection(deployment, number)) navigate(paths.connection(number));
      else setProblem({ key: 'visitor.unknownNumber', values: { number: String(number) } });
    } catch (error) {
      setProblem(explain(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel variant="accent" title={t('visitor.lookUp')}>
      <form className={styles.form} onSubmit={open} noValidate>
        <TextField
          label={t('visitor.number')}
          hint={t('visitor.numberHint')}
          error={problem && words(problem)}
          inputMode="numeric"
          value={text}
          onValue={(next) => {
            setText(next);
            setProblem(null);
          }}
        />
        <Button type="submit" icon="search" wide busy={isBusy}>
          {t('visitor.open')}
        </Button>
      </form>
    </Panel>
  );
}
