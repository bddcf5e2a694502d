import { describe, expect, it } from 'vitest';
import { tariffOf } from './tariff/example.ts';
import { type IssuedBill, verifyBill } from './verify.ts';

const tariff = tariffOf([{ id: 'energy', kind: 'energy', bands: [{ rate: '5' }] }], {
  total: { of: ['energy'], round: { to: '10', mode: 'down' }, carry: true },
});
const issued: IssuedBill = {
  versions: [{ fromDay: 0, tariff }],
  openingRegister: 1_000_000n,
  closingRegister: 1_500_600n,
  load: 3000n,
  fromDay: 19_509,
  toDay: 19_539,
  carried: 2_000_000n,
  surcharge: 44_000_000n,
  amount: 2_544_000_000n,
};

describe('verifyBill', () => {
  it('matches a bill that asks for the recomputed total and the surcharge', () => {
    expect(verifyBill(issued)).toMatchObject({
      matches: true,
      expected: 2_544_000_000n,
      difference: 0n,
      bill: { total: 2_500_000_000n, carried: 5_000_000n, items: [{ id: 'energy', lines: [{ units: 500_600_000n }] }] },
    });
  });

  it('shows by how much a bill differs', () => {
    expect(verifyBill({ ...issued, amount: issued.amount + 1n })).toMatchObject({ matches: false, difference: 1n });
    expect(verifyBill({ ...issued, closingRegister: 1_600_600n })).toMatchObject({
      matches: false,
      difference: -500_000_000n,
    });
  });

  it('bills each part of a period by its own version', () => {
    const dearer = tariffOf([{ id: 'energy', kind: 'energy', bands: [{ rate: '6' }] }]);
    const versions = [
      { fromDay: 0, tariff },
      { fromDay: 19_524, tariff: dearer },
    ];
    expect(verifyBill({ ...issued, versions, amount: 2_799_300_000n })).toMatchObject({
      matches: true,
      difference: 0n,
    });
  });
});
