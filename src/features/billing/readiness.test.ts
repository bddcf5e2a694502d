import { expect, it } from 'vitest';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { readiness } from './readiness.ts';

const day = 86_400;
const connection = (
  number: bigint,
  category: number,
  readDay: number,
  billedDay = 100,
  rest: Partial<WholeConnection> = {},
) =>
  ({
    number,
    category,
    agreement: 513,
    readAt: readDay * day,
    billedDay,
    bills: 3,
    register: 9n,
    billedRegister: 4n,
    ...rest,
  }) as WholeConnection;
const connections = [
  connection(1n, 2, 130),
  connection(2n, 1, 131),
  connection(3n, 1, 100),
  connection(4n, 1, 130),
  connection(5n, 2, 110),
  connection(6n, 1, 131, 99),
];

it('keeps one tariff and period together', () => {
  const { ready } = readiness(connections, null, 0);
  expect(ready.map(({ number }) => number)).toEqual([6n, 4n, 2n, 1n]);
  expect(ready[1]?.billable).toEqual({ isReady: true, fromDay: 100, toDay: 130, energy: 5n, periods: 1 });
});

it('says why the others have to wait', () => {
  const { waiting } = readiness(connections, null, 0);
  expect(waiting.map(({ number, billable }) => [number, billable.reason])).toEqual([
    [3n, 'nothingToBill'],
    [5n, 'periodNotOver'],
  ]);
});

it('looks at one category only, when it is asked to', () => {
  const { ready, waiting } = readiness(connections, 2, 0);
  expect([...ready, ...waiting].map(({ number }) => number)).toEqual([1n, 5n]);
});

it('bills days of estimates again once the meter is read, as so many periods', () => {
  const read = connection(7n, 1, 162, 130, {
    isEstimated: false,
    estimatedBills: 1,
    spanDay: 100,
    spanRegister: 2n,
    billedRegister: 6n,
  });
  const { ready } = readiness([read], null, 0);
  expect(ready[0]?.billable).toEqual({ isReady: true, fromDay: 100, toDay: 162, energy: 7n, periods: 2 });
});

it('leaves closed connections out', () => {
  expect(readiness([connection(8n, 1, 131, 100, { isClosed: true })], null, 0)).toEqual({ ready: [], waiting: [] });
});
