import { expect, it } from 'vitest';
import { rolloverProblem } from './rolloverProblem.ts';

const fiveDigits = 10n ** 8n;

it.each([
  [99_986_000n, 11_000n, null],
  [99_986_000n, 99_986_000n, 'notFallen'],
  [100_000_000n, 11_000n, 'tooFewDigits'],
])('from %d to %d', (last, now, problem) => expect(rolloverProblem(last, now, fiveDigits)).toBe(problem));
