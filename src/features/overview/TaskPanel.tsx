import type { ReactNode } from 'react';
import { useFormat } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';

interface TaskPanelProps {
  title: string;
  to: string;
  /** What the link says. */
  action: string;
  /** How much there is to do, where that is known. */
  count?: number;
  children: ReactNode;
}

/** Something a role can do at any time. */
export function TaskPanel({ title, to, action, count = 0, children }: TaskPanelProps) {
  const format = useFormat();
  return (
    <Panel title={title} actions={count > 0 && <Badge tone="warn">{format.count(count)}</Badge>}>
      <p>{children}</p>
      <div>
        <LinkButton to={to} variant="secondary">
          {action}
        </LinkButton>
      </div>
    </Panel>
  );
}
