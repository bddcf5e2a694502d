import { expect, it } from 'vitest';
import { resultsOf } from './results.ts';

it('gives each connection its bill or the reason why there is none', () => {
  const bill = { connection: 2n, number: 7, amount: 500n, dueDay: 20_000 };
  const problem = { key: 'error.UnknownConnection', values: { connection: '1' } } as const;
  expect(resultsOf([{ number: 1n }, { number: 2n }], [bill], [{ connection: 1n, what: 'bill', problem }])).toEqual([
    { connection: 1n, bill: null, problem },
    { connection: 2n, bill, problem: null },
  ]);
});
