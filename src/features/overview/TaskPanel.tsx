import type { ReactNode } from 'react';
import { LinkButton } from '../../ui/Button.tsx';
import { Panel } from '../../ui/Panel.tsx';

interface TaskPanelProps {
  title: string;
  to: string;
  /** What the link says. */
  action: string;
  children: ReactNode;
}

/** Something a role can do at any time. */
export function TaskPanel({ title, to, action, children }: TaskPanelProps) {
  return (
    <Panel title={title}>
      <p>{children}</p>
      <div>
        <LinkButton to={to} variant="secondary">
          {action}
        </LinkButton>
      </div>
    </Panel>
  );
}
