import type { ReactNode } from 'react';
import { useFormat } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import type { Tone } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';

interface CasePanelProps {
  title: string;
  count: number;
  tone: Tone;
  /** Said when there is none. */
  empty: string;
  hint?: string;
  children: ReactNode;
}

/** Cases of one kind, with how many there are. */
export function CasePanel({ title, count, tone, empty, hint, children }: CasePanelProps) {
  const format = useFormat();
  return (
    <Panel title={title} actions={count > 0 && <Badge tone={tone}>{format.count(count)}</Badge>}>
      {count === 0 ? (
        <p>{empty}</p>
      ) : (
        <>
          {hint && <p>{hint}</p>}
          {children}
        </>
      )}
    </Panel>
  );
}
