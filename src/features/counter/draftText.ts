import { type Draft, emptyDraft } from './draft.ts';

/** A draft as text, bigints included. */
export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft, (_, value: unknown) => (typeof value === 'bigint' ? { bigint: String(value) } : value));
}

/** An empty draft where there is none, or none that can be read. */
export function readDraft(text: string | null): Draft {
  if (!text) return emptyDraft;
  try {
    return JSON.parse(text, (_, value) => (typeof value?.bigint === 'string' ? BigInt(value.bigint) : value));
  } catch {
    return emptyDraft;
  }
}
