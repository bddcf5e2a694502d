import { useCallback, useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import type { Draft } from './draft.ts';
import { readDraft, writeDraft } from './draftText.ts';

/** The rows of this tab, kept as long as it is open. */
export function useDraft(): [Draft, (change: (draft: Draft) => Draft) => void] {
  const { id } = useDeployment();
  const key = `bijuli.counter.${id}`;
  const [draft, setDraft] = useState(() => readDraft(stored(key)));
  const change = useCallback(
    (next: (draft: Draft) => Draft) =>
      setDraft((before) => {
        const after = next(before);
        store(key, writeDraft(after));
        return after;
      }),
    [key],
  );
  return [draft, change];
}

function stored(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Refused or full: the rows are still on the screen.
  }
}
