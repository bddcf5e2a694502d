import { expect, it } from 'vitest';
import { packRow } from './packRow.ts';

it('puts each figure where the contract looks for it', () => {
  expect(packRow({ connection: 0x1234n, register: 0x5678n, readAt: 0x9abc })).toBe(
    0x9abc_000000005678_0000000000001234n,
  );
});

it('keeps the largest figures apart', () => {
  const row = packRow({ connection: 2n ** 64n - 1n, register: 2n ** 48n - 1n, readAt: 2 ** 32 - 1 });
  expect(row).toBe(2n ** 144n - 1n);
});
