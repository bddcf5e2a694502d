import { expect, it } from 'vitest';
import type { ReadingEntry } from '../../chain/history/entries.ts';
import { readingRows } from './readingRows.ts';

const entry = (fields: object) => fields as ReadingEntry;

it('goes back over a correction, an exchange and a rollover to what each meter showed', () => {
  const entries = [
    entry({ type: 'correction', register: 130n, wrong: 150n, ownRegister: 22n, overbilledWh: 3n }),
    entry({ type: 'reading', register: 150n }),
    entry({ type: 'exchange', register: 125n, finalRegister: 15n, newRegister: 20n }),
    entry({ type: 'reading', register: 125n }),
    entry({ type: 'reading', register: 120n }),
    entry({ type: 'rollover', ownRegister: 10n, modulus: 100n }),
    entry({ type: 'reading', register: 110n }),
    entry({ type: 'registration', register: 90n }),
  ];
  const rows = readingRows(entries, 108n);
  expect(rows.map(({ entry: { type }, own, isAfterZero }) => [type, own, isAfterZero])).toEqual([
    ['correction', 22n, false],
    ['reading', 45n, false],
    ['exchange', 20n, false],
    ['reading', 15n, false],
    ['reading', 10n, true],
    ['reading', 100n, false],
    ['registration', 80n, false],
  ]);
});
