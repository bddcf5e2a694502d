import { expect, it } from 'vitest';
import { openCases } from './openCases.ts';
import type { WholeConnection } from './wholeConnections.ts';

const connection = (number: bigint, rest: Partial<WholeConnection>) =>
  ({
    number,
    isClosed: false,
    charged: 10n,
    credited: 0n,
    disputedBill: 0,
    proposedAgreement: null,
    proposedParts: 0,
    overdue: 0n,
    mayDisconnect: false,
    ...rest,
  }) as WholeConnection;

it('sorts connections by what waits for the board', () => {
  const cases = openCases([
    connection(1n, { disputedBill: 3, isClosed: true }),
    connection(2n, { proposedAgreement: 515, agreementByBoard: false }),
    connection(3n, { proposedAgreement: 515, agreementByBoard: true }),
    connection(4n, { proposedParts: 6, planByBoard: false }),
    connection(5n, { proposedParts: 6, planByBoard: false, credited: 10n }),
    connection(6n, { overdue: 5n }),
    connection(7n, { overdue: 7n, mayDisconnect: true }),
    connection(8n, { overdue: 9n, isClosed: true }),
  ]);
  const numbers = Object.fromEntries(
    Object.entries(cases).map(([name, list]) => [name, list.map((one: WholeConnection) => Number(one.number))]),
  );
  expect(numbers).toEqual({ disputes: [1], agreements: [2], plans: [4], overdue: [7, 6], disconnections: [7] });
});
