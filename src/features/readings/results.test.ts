import { expect, it } from 'vitest';
import { resultsOf } from './results.ts';

const row = (line: number, connection: bigint) => ({ line, connection, register: 1n, readAt: 1 });
const problem = { key: 'error.UnknownConnection', values: { connection: '2' } } as const;

it('gives each row what became of its own connection', () => {
  const rows = [row(1, 1n), row(2, 2n), row(3, 3n)];
  const bill = { connection: 1n, number: 4, amount: 500n, dueDay: 20_000 };
  const results = resultsOf(
    rows,
    [
      { connection: 2n, what: 'reading', problem },
      { connection: 3n, what: 'bill', problem },
    ],
    [bill],
  );
  expect(results).toEqual([
    { row: rows[0], problem: null, bill, billProblem: null },
    { row: rows[1], problem, bill: null, billProblem: null },
    { row: rows[2], problem: null, bill: null, billProblem: problem },
  ]);
});
