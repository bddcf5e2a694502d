import { expect, it } from 'vitest';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { unbilled } from './unbilled.ts';

const day = 86_400;
const connection = {
  agreement: 513,
  register: 900n,
  readAt: 105 * day,
  billedRegister: 700n,
  billedDay: 100,
  bills: 4,
  isEstimated: false,
  estimatedBills: 0,
} as WholeConnection;

it('is what was read since the last bill, also within a period', () => {
  expect(unbilled(connection, 0)).toMatchObject({ fromDay: 100, toDay: 105, energy: 200n });
});

it('begins with the first bill on an estimate', () => {
  const afterEstimates = { ...connection, estimatedBills: 2, spanDay: 40, spanRegister: 500n };
  expect(unbilled(afterEstimates, 0)).toMatchObject({ fromDay: 40, toDay: 105, energy: 400n });
});

it('is nothing where the last bill goes up to the last reading', () => {
  expect(unbilled({ ...connection, readAt: 100 * day }, 0)).toBeNull();
});
