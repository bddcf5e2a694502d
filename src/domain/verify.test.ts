import { describe, expect, it } from 'vitest';
import { EXAMPLE, flat, tariffOf } from './tariff/example.ts';
import { type IssuedBill, type IssuedSpanBill, verifyBill, verifySpanBill, verifySurcharge } from './verify.ts';

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

/** TNB Tariff A, 2020: written for one bill, whatever its length. */
const tnb = tariffOf([
  {
    id: 'energy',
    kind: 'energy',
    bands: [
      { upTo: '200', rate: '0.218' },
      { upTo: '300', rate: '0.334' },
      { upTo: '600', rate: '0.516' },
      { upTo: '900', rate: '0.546' },
      { rate: '0.571' },
    ],
  },
]);
const MONTH = 513;
/** 15 January to 14 May 2020, 350 kWh a month. */
const lockdown: IssuedSpanBill = {
  versions: [{ fromDay: 0, tariff: tnb }],
  openingRegister: 5_000_000n,
  closingRegister: 6_400_000n,
  load: 3000n,
  fromDay: 18_276,
  toDay: 18_396,
  agreement: MONTH,
  estimates: [],
  span: { periods: 4, total: 411_200_000n, estimated: 0n, credit: 0n },
  amount: 411_200_000n,
};

describe('verifySpanBill', () => {
  it('bills four months at once as four months: 411.20, and not 681.10', () => {
    const verification = verifySpanBill(lockdown);
    expect(verification).toMatchObject({ matches: true, difference: 0n });
    expect(verification.periods.map(({ period, bill }) => [period.toDay - period.fromDay, bill.total])).toEqual(
      Array(4).fill([30, 102_800_000n]),
    );
    expect(
      verifySpanBill({ ...lockdown, span: { periods: 1, total: 681_100_000n, estimated: 0n, credit: 0n } }),
    ).toMatchObject({ matches: false, expected: { periods: 4, total: 411_200_000n, amount: 411_200_000n } });
    expect(verifySpanBill({ ...lockdown, span: null, amount: 681_100_000n })).toMatchObject({
      matches: false,
      difference: 269_900_000n,
    });
  });

  it('needs nothing said of a bill of one period', () => {
    const month = { ...lockdown, closingRegister: 5_350_000n, toDay: 18_306, span: null, amount: 102_800_000n };
    expect(verifySpanBill(month)).toMatchObject({
      matches: true,
      expected: { periods: 1, total: 102_800_000n, estimated: 0n, credit: 0n, amount: 102_800_000n },
    });
    expect(verifySpanBill({ ...month, amount: 102_800_001n })).toMatchObject({ matches: false, difference: 1n });
  });

  it('takes off what estimates had charged', () => {
    // Two months of 300 kWh were 77 each.
    const estimates = [77_000_000n, 77_000_000n];
    const span = { periods: 4, total: 411_200_000n, estimated: 154_000_000n, credit: 0n };
    expect(verifySpanBill({ ...lockdown, estimates, span, amount: 257_200_000n })).toMatchObject({ matches: true });
    expect(verifySpanBill({ ...lockdown, estimates, span: null, amount: 257_200_000n })).toMatchObject({
      matches: false,
      difference: 0n,
    });
    expect(verifySpanBill({ ...lockdown, estimates })).toMatchObject({ matches: false, difference: 154_000_000n });
  });

  it('credits what estimates had charged too much', () => {
    const estimates = [300_000_000n, 150_000_000n];
    const span = { periods: 4, total: 411_200_000n, estimated: 450_000_000n, credit: 38_800_000n };
    const trueUp = { ...lockdown, estimates, span, amount: 0n };
    expect(verifySpanBill(trueUp)).toMatchObject({ matches: true, expected: { amount: 0n, credit: 38_800_000n } });
    expect(verifySpanBill({ ...trueUp, span: { ...span, credit: 38_799_999n } }).matches).toBe(false);
  });

  it('bills each period by the tariff of its days', () => {
    const versions = [...lockdown.versions, { fromDay: 18_351, tariff: tariffOf([flat]) }];
    const totals = verifySpanBill({ ...lockdown, versions }).periods.map(({ bill }) => [bill.parts.length, bill.total]);
    // Of the third month, half the days: 175 kWh within half the limits, and 175 at 5.
    expect(totals).toEqual([
      [1, 102_800_000n],
      [1, 102_800_000n],
      [2, 51_400_000n + 875_000_000n],
      [1, 1_750_000_000n],
    ]);
  });
});

describe('verifySurcharge', () => {
  const late = tariffOf([flat], { lateSurcharge: EXAMPLE.lateSurcharge });
  const basis = {
    tariff: late,
    overdue: { principal: 2_951_000_000n, dueDay: 17_379 },
    chargedBefore: 0,
    today: 17_394,
  };
  const issued = { principal: 2_951_000_000n, months: 1, amount: 44_000_000n };

  it('matches the surcharge of a bill of 2017', () => {
    expect(verifySurcharge(issued, basis)).toEqual({
      matches: true,
      overdue: 2_951_000_000n,
      expected: { months: 1, amount: 44_000_000n },
      difference: 0n,
    });
  });

  it('lets less be charged on than was overdue', () => {
    const lagging = { principal: 1_000_000_000n, months: 1, amount: 15_000_000n };
    expect(verifySurcharge(lagging, basis)).toMatchObject({ matches: true, overdue: 2_951_000_000n });
    expect(verifySurcharge({ ...lagging, amount: 44_000_000n }, basis)).toMatchObject({
      matches: false,
      difference: 29_000_000n,
    });
  });

  it('shows what was charged on surcharge, twice, or on nothing', () => {
    const onSurcharge = { principal: 3_020_000_000n, months: 1, amount: 45_000_000n };
    const never = { matches: false, expected: { months: 0, amount: 0n }, difference: 44_000_000n };
    expect(verifySurcharge(onSurcharge, basis)).toMatchObject({
      matches: false,
      expected: { amount: 44_000_000n },
      difference: 1_000_000n,
    });
    expect(verifySurcharge(issued, { ...basis, chargedBefore: 17_409 })).toMatchObject(never);
    expect(verifySurcharge(issued, { ...basis, overdue: null })).toMatchObject({ ...never, overdue: 0n });
  });
});
