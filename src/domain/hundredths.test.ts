import { expect, it } from 'vitest';
import { upToHundredths } from './hundredths.ts';

it.each([
  [0n, 0n],
  [1n, 10_000n],
  [1_094_833_333n, 1_094_840_000n],
  [1_094_840_000n, 1_094_840_000n],
])('%d is paid with %d', (amount, paid) => expect(upToHundredths(amount)).toBe(paid));
