import { keccak256, stringToHex } from 'viem';
import { expect, it } from 'vitest';
import { matchesReason } from './matchesReason.ts';

const hash = keccak256(stringToHex('The house was empty.\nSee the photo.'));

it.each([
  ['The house was empty.\nSee the photo.', true],
  ['  The house was empty.\r\nSee the photo.\r\n', true],
  ['The house was empty. See the photo.', false],
  ['', false],
])('%j', (text, matches) => expect(matchesReason(text, hash)).toBe(matches));
