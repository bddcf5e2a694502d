import type { ReactNode } from 'react';
import { Panel, type PanelProps } from './Panel.tsx';
import { QueryView, type QueryViewProps } from './QueryView.tsx';

interface QueryPanelProps<T> extends Omit<PanelProps, 'children' | 'actions'>, QueryViewProps<T> {
  actions?: ReactNode;
}

/** A {@link Panel} around a {@link QueryView}. */
export function QueryPanel<T>({ title, actions, variant, ...view }: QueryPanelProps<T>) {
  return (
    <Panel title={title} actions={actions} variant={variant}>
      <QueryView {...view} />
    </Panel>
  );
}
