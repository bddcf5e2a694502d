import { expect, it } from 'vitest';
import type { ReadingEntry } from '../../chain/history/entries.ts';
import { ownReadings } from './ownReadings.ts';

const reading = (register: bigint, readAt: number) =>
  ({ type: 'reading', kind: 'actual', register, readAt }) as ReadingEntry;
const registration = { type: 'registration', register: 500n, readAt: 1 } as ReadingEntry;

it('is the register itself, as long as nothing happens to the meter', () => {
  expect(ownReadings(0n)([reading(700n, 2), registration])).toEqual([
    { own: 700n, readAt: 2 },
    { own: 500n, readAt: 1 },
  ]);
});

it('goes back over an exchange: 700 on the old meter, 10 on the new one', () => {
  const exchange = {
    type: 'exchange',
    register: 700n,
    finalRegister: 700n,
    newRegister: 10n,
    readAt: 2,
  } as ReadingEntry;
  const turn = ownReadings(690n);
  expect(turn([reading(750n, 3)])).toEqual([{ own: 60n, readAt: 3 }]);
  expect(turn([exchange, reading(700n, 2), registration])).toEqual([
    { own: 700n, readAt: 2 },
    { own: 500n, readAt: 1 },
  ]);
});

it('goes back over a rollover: 500 and then 25 of a meter that counts to 1000', () => {
  const rollover = { type: 'rollover', ownRegister: 25n, modulus: 1000n } as ReadingEntry;
  expect(ownReadings(1000n)([reading(1025n, 2), rollover, registration])).toEqual([
    { own: 25n, readAt: 2 },
    { own: 500n, readAt: 1 },
  ]);
});

it('knows both a wrong reading and what it was corrected to', () => {
  // 900 was read and billed; 600 it was.
  const correction = {
    type: 'correction',
    register: 900n,
    wrong: 900n,
    ownRegister: 600n,
    readAt: 2,
    overbilledWh: 300n,
  } as ReadingEntry;
  expect(ownReadings(300n)([correction, reading(900n, 2), registration])).toEqual([
    { own: 600n, readAt: 2 },
    { own: 900n, readAt: 2 },
    { own: 500n, readAt: 1 },
  ]);
});
