import type { Hash } from 'viem';

/** A row as it stands on the screen. */
export interface DraftRow {
  id: number;
  number: string;
  /** As typed; null as long as it is to be what is due. */
  amount: string | null;
  /** The transaction that pays it, from when it is sent until it is settled. */
  sent: Hash | null;
}

/** A payment that went through, with all that its receipt says. */
export interface PaidRow {
  connection: bigint;
  amount: bigint;
  block: bigint;
  logIndex: number;
  transaction: Hash;
  payer: string;
  /** Seconds. */
  time: number;
}

/** What an agent has before them: rows to be paid, and those that are. A reload loses nothing of it. */
export interface Draft {
  rows: readonly DraftRow[];
  paid: readonly PaidRow[];
}

type NewRow = Pick<DraftRow, 'number' | 'amount'>;

export const emptyDraft: Draft = { rows: [{ id: 1, number: '', amount: null, sent: null }], paid: [] };

/** Adds rows at the end, in the place of rows in which nothing stands. */
export function withRows(draft: Draft, added: readonly NewRow[]): Draft {
  const kept = draft.rows.filter((row) => !isBlank(row));
  const first = nextId(draft.rows);
  return { ...draft, rows: [...kept, ...added.map((row, index) => ({ ...row, id: first + index, sent: null }))] };
}

/** Adds a row to write into. */
export function withBlankRow(draft: Draft): Draft {
  return { ...draft, rows: [...draft.rows, { id: nextId(draft.rows), number: '', amount: null, sent: null }] };
}

export function nextId(rows: readonly DraftRow[]): number {
  return rows.reduce((last, { id }) => Math.max(last, id), 0) + 1;
}

export function withRow(draft: Draft, id: number, changes: Partial<DraftRow>): Draft {
  return { ...draft, rows: draft.rows.map((row) => (row.id === id ? { ...row, ...changes } : row)) };
}

/** Leaves rows out; an empty one stays, to write into. */
export function withoutRows(draft: Draft, ids: readonly number[]): Draft {
  const rows = draft.rows.filter(({ id }) => !ids.includes(id));
  return rows.length > 0 ? { ...draft, rows } : withBlankRow({ ...draft, rows });
}

/** What is sent can't be changed, and isn't sent again. */
export function withSent(draft: Draft, ids: readonly number[], hash: Hash): Draft {
  return { ...draft, rows: draft.rows.map((row) => (ids.includes(row.id) ? { ...row, sent: hash } : row)) };
}

/** What a transaction has paid becomes receipts; what it has not can be sent again. */
export function withSettled(draft: Draft, hash: Hash, paid: readonly PaidRow[]): Draft {
  const sent = draft.rows.filter((row) => row.sent === hash);
  if (sent.length === 0) return draft;
  if (paid.length === 0)
    return { ...draft, rows: draft.rows.map((row) => (row.sent === hash ? { ...row, sent: null } : row)) };
  const left = withoutRows(
    draft,
    sent.map(({ id }) => id),
  );
  return { ...left, paid: [...draft.paid, ...paid] };
}

export function isBlank({ number, amount, sent }: DraftRow): boolean {
  return number.trim() === '' && (amount ?? '').trim() === '' && !sent;
}
