import { expect, it } from 'vitest';
import { nextChunk } from './useRun.ts';

const keyOf = (row: string) => row[0];

it('takes the first rows up to the size', () => {
  expect(nextChunk(['a1', 'b1', 'c1'], 2)).toEqual(['a1', 'b1']);
  expect(nextChunk(['a1'], 2, keyOf)).toEqual(['a1']);
});

it('ends before a key comes again, and goes on with it', () => {
  const rows = ['a1', 'b1', 'a2', 'c1'];
  expect(nextChunk(rows, 10, keyOf)).toEqual(['a1', 'b1']);
  expect(nextChunk(rows.slice(2), 10, keyOf)).toEqual(['a2', 'c1']);
  expect(nextChunk(['a1', 'a2'], 10)).toEqual(['a1', 'a2']);
});
