import { expect, it } from 'vitest';
import { collectableOf } from './collectable.ts';

it.each([
  [{ charged: 2500n, credited: 2000n, collected: 0n }, 2000n],
  [{ charged: 2500n, credited: 2500n, collected: 2000n }, 500n],
  [{ charged: 2500n, credited: 3000n, collected: 2000n }, 500n],
  [{ charged: 0n, credited: 3000n, collected: 0n }, 0n],
  [{ charged: 2500n, credited: 2500n, collected: 2500n }, 0n],
])('of %o the board can collect %s', (account, amount) => expect(collectableOf(account)).toBe(amount));
