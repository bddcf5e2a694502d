import type { Access } from '../chain/access.ts';
import type { MessageKey } from '../messages/keys.ts';
import { paths } from '../paths.ts';
import type { IconName } from '../ui/Icon.tsx';
import { mayOpen, type Part } from './parts.ts';

export interface NavigationItem {
  path: string;
  label: MessageKey;
  icon: IconName;
}

const items: readonly (NavigationItem & { part: Part; notFor?: Access['kind'] })[] = [
  { path: paths.board, label: 'shell.board', icon: 'home', part: 'board' },
  { path: paths.connections, label: 'shell.connections', icon: 'people', part: 'board' },
  { path: paths.readings, label: 'shell.readings', icon: 'meter', part: 'readings' },
  { path: paths.billing, label: 'shell.billing', icon: 'bill', part: 'billing' },
  { path: paths.cases, label: 'shell.cases', icon: 'list', part: 'cases' },
  { path: paths.money, label: 'shell.money', icon: 'money', part: 'board' },
  { path: paths.boardTariffs, label: 'shell.boardTariffs', icon: 'tariff', part: 'tariffs' },
  { path: paths.roles, label: 'shell.roles', icon: 'shield', part: 'board' },
  { path: paths.mine, label: 'shell.mine', icon: 'bolt', part: 'mine' },
  { path: paths.tariffs, label: 'shell.tariffs', icon: 'tariff', part: 'public', notFor: 'board' },
  { path: paths.counter, label: 'shell.counter', icon: 'wallet', part: 'public' },
  { path: paths.about, label: 'shell.about', icon: 'info', part: 'public' },
];

/** What stands in the navigation: only what the wallet can open. */
export function navigationFor(access: Access): readonly NavigationItem[] {
  const own = items.filter((item) => mayOpen(item.part, access) && item.notFor !== access.kind);
  const home: NavigationItem = { path: paths.home, label: 'shell.home', icon: 'home' };
  return access.kind === 'visitor' ? [home, ...own] : own;
}
