import { expect, it } from 'vitest';
import { ledgerSums } from './sums.ts';

it('keeps what is owed and what is paid ahead apart', () => {
  const connections = [
    { charged: 500n, credited: 200n },
    { charged: 100n, credited: 450n },
    { charged: 50n, credited: 50n },
    { charged: 10n, credited: 0n },
  ];
  expect(ledgerSums(connections)).toEqual({ arrears: 310n, owing: 2, advances: 350n, ahead: 1 });
});
