import { expect, it } from 'vitest';
import {
  emptyDraft,
  type PaidRow,
  withBlankRow,
  withoutRows,
  withRow,
  withRows,
  withSent,
  withSettled,
} from './draft.ts';
import { readDraft, writeDraft } from './draftText.ts';

const hash = `0x${'ab'.repeat(32)}` as const;
const three = withRows(emptyDraft, [
  { number: '1', amount: '5' },
  { number: '2', amount: null },
  { number: '3', amount: '' },
]);
const paid: PaidRow = {
  connection: 1n,
  amount: 5_000_000n,
  block: 7n,
  logIndex: 2,
  transaction: hash,
  payer: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  time: 1_700_000_000,
};
const numbers = ({ rows }: typeof emptyDraft) => rows.map(({ number }) => number);

it('rows take the place of those in which nothing stands', () => {
  expect(numbers(three)).toEqual(['1', '2', '3']);
  expect(new Set(three.rows.map(({ id }) => id)).size).toBe(3);
  expect(numbers(withBlankRow(three))).toEqual(['1', '2', '3', '']);
});

it('a row to write into is left when all are left out', () => {
  const ids = three.rows.map(({ id }) => id);
  expect(numbers(withoutRows(three, ids.slice(1)))).toEqual(['1']);
  expect(numbers(withoutRows(three, ids))).toEqual(['']);
});

it('what a transaction paid becomes receipts, and what it did not can be sent again', () => {
  const [first, second] = three.rows.map(({ id }) => id) as [number, number];
  const sent = withSent(three, [first, second], hash);
  expect(sent.rows.map((row) => row.sent)).toEqual([hash, hash, null]);
  expect(withSettled(sent, hash, [])).toEqual(three);
  const settled = withSettled(sent, hash, [paid]);
  expect(numbers(settled)).toEqual(['3']);
  expect(settled.paid).toEqual([paid]);
  // Told again, it changes nothing.
  expect(withSettled(settled, hash, [paid])).toEqual(settled);
});

it('is the same after a reload, and empty where nothing can be read', () => {
  const draft = { ...withRow(three, 1, { amount: '12x' }), paid: [paid] };
  expect(readDraft(writeDraft(draft))).toEqual(draft);
  expect(readDraft('{')).toEqual(emptyDraft);
  expect(readDraft(null)).toEqual(emptyDraft);
});
