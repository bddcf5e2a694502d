import { expect, it } from 'vitest';
import { readReason } from './reason.ts';

it.each([
  [' The meter was misread. ', 'The meter was misread.'],
  ['  ', null],
  ['a'.repeat(280), 'a'.repeat(280)],
  ['a'.repeat(281), null],
  ['ক'.repeat(94), null],
])('of %j', (text, reason) => expect(readReason(text)).toBe(reason));
