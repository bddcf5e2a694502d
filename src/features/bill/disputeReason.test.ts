import { expect, it } from 'vitest';
import { hashOfReason, keepReason, keptReason } from './disputeReason.ts';

const memory = new Map<string, string>();
globalThis.localStorage = {
  getItem: (key: string) => memory.get(key) ?? null,
  setItem: (key: string, value: string) => memory.set(key, value),
} as unknown as Storage;

it('hashes the text without the blanks around it, as the board will get it', () => {
  expect(hashOfReason('  The meter was read wrongly.\r\nTwice. ')).toBe(
    hashOfReason('The meter was read wrongly.\nTwice.'),
  );
  expect(hashOfReason('testing')).toBe('0x5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02');
});

it('keeps the text under its hash', () => {
  keepReason(' Why so much? ');
  expect(keptReason(hashOfReason('Why so much?'))).toBe('Why so much?');
  expect(keptReason(hashOfReason('Something else'))).toBe(null);
});
