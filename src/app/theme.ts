import { useSyncExternalStore } from 'react';
import { store, stored } from '../storage.ts';

const storageKey = 'bijuli.theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

system.addEventListener('change', applyTheme);

/** Dark or light: the user's choice, else the system's. */
function isDark(): boolean {
  const chosen = stored(storageKey);
  return chosen ? chosen === 'dark' : system.matches;
}

export function applyTheme(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

export function useTheme(): { isDark: boolean; toggle: () => void } {
  return { isDark: useSyncExternalStore(subscribe, isDark), toggle };
}

function toggle(): void {
  store(storageKey, isDark() ? 'light' : 'dark');
  applyTheme();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
