import type { MessageKey } from '../../messages/keys.ts';
import { useFormat, useT, useWords } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { Run } from './useRun.ts';
import type { TransactionState } from './useTransaction.ts';

const stages: Partial<Record<TransactionState['stage'], MessageKey>> = {
  preparing: 'transaction.preparing',
  signing: 'transaction.signing',
  pending: 'transaction.pending',
};

type RunView = Pick<Run<unknown, unknown>, 'status' | 'left' | 'total' | 'transaction' | 'pause' | 'resume'>;

/** How far a run is, with a way to pause it and to go on. Nothing before it is started. */
export function RunPanel({ run, label }: { run: RunView; label: string }) {
  const t = useT();
  const format = useFormat();
  const { status, left, total } = run;
  if (status === 'idle') return null;
  const done = total - left.length;
  return (
    <Stack>
      <Progress
        label={label}
        value={done}
        max={total}
        text={t('run.progress', { done: format.count(done), total: format.count(total) })}
      />
      <div aria-live="polite">
        <Told run={run} />
      </div>
    </Stack>
  );
}

function Told({ run: { status, left, transaction, pause, resume } }: { run: RunView }) {
  const t = useT();
  const words = useWords();
  const { stage, step, problem } = transaction.state;
  if (status === 'running' || status === 'pausing') {
    const isPausing = status === 'pausing';
    const title = stages[stage];
    return (
      <Notice
        title={title && t(title)}
        actions={
          <Button variant="secondary" busy={isPausing} onClick={pause}>
            {t(isPausing ? 'run.pausing' : 'run.pause')}
          </Button>
        }
      >
        {step && <p>{words(step)}</p>}
        {t('run.stay')}
      </Notice>
    );
  }
  if (status !== 'paused') return null;
  const hasFailed = stage === 'failed' && problem;
  return (
    <Notice tone={hasFailed ? 'bad' : 'warn'} actions={<Button onClick={resume}>{t('run.resume')}</Button>}>
      {hasFailed && `${words(problem)} `}
      {t(hasFailed ? 'run.stopped' : 'run.paused', { left: left.length })}
    </Notice>
  );
}
