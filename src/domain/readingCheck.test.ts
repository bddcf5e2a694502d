import { describe, expect, it } from 'vitest';
import { checkReading, plausibleEnergy } from './readingCheck.ts';

const day = 86_400;
const meter = { loadW: 5_000n, register: 100_000n, readAt: 1_000_000 };
const rules = { now: meter.readAt + 40 * day, plausibilityPercent: 150 };
const check = (register: bigint, daysLater: number) =>
  checkReading({ register, readAt: meter.readAt + daysLater * day }, meter, rules);

it('allows what the load could draw in the time, times the factor', () => {
  // 5 kW for 30 days is 3,600 kWh, and half as much again.
  expect(plausibleEnergy(5_000n, 30 * day, 150)).toBe(5_400_000n);
  expect(plausibleEnergy(5_000n, 1, 150)).toBe(2n);
});

describe('checkReading', () => {
  it('takes a later and higher register, up to the limit itself', () => {
    expect(check(100_000n, 30)).toEqual({ kind: 'plausible', energy: 0n, limit: 5_400_000n });
    expect(check(5_500_000n, 30)).toEqual({ kind: 'plausible', energy: 5_400_000n, limit: 5_400_000n });
  });

  it('finds one above the limit implausible', () => {
    expect(check(5_500_001n, 30)).toEqual({ kind: 'implausible', energy: 5_400_001n, limit: 5_400_000n });
  });

  it('knows the latest reading when it comes again', () => {
    expect(check(100_000n, 0)).toEqual({ kind: 'recorded' });
    expect(check(100_001n, 0)).toEqual({ kind: 'notLater', last: meter.readAt });
  });

  it('refuses what falls, what is older and what is in the future', () => {
    expect(check(99_999n, 30)).toEqual({ kind: 'falls', last: 100_000n });
    expect(check(99_999n, -1)).toEqual({ kind: 'notLater', last: meter.readAt });
    expect(check(200_000n, 41)).toEqual({ kind: 'future', now: rules.now });
    expect(check(200_000n, 40)).toMatchObject({ kind: 'plausible' });
  });

  it('refuses a connection that there is not', () => {
    expect(checkReading({ register: 1n, readAt: 1 }, undefined, rules)).toEqual({ kind: 'unknown' });
  });
});

describe('after an estimate', () => {
  const estimated = { ...meter, readBefore: meter.readAt, readAt: meter.readAt + 30 * day };
  const read = (register: bigint, daysLater: number) =>
    checkReading({ register, readAt: meter.readAt + daysLater * day }, estimated, rules);

  it('holds a reading against the last one that was read', () => {
    expect(read(9_000_000n, 40)).toEqual({ kind: 'implausible', energy: 8_900_000n, limit: 7_200_000n });
    expect(read(99_999n, 40)).toEqual({ kind: 'falls', last: 100_000n });
  });
  it('wants it to be later than the estimate, and knows the one before', () => {
    expect(read(200_000n, 30)).toEqual({ kind: 'notLater', last: estimated.readAt });
    expect(read(100_000n, 0)).toEqual({ kind: 'recorded' });
  });
});

it('refuses a closed connection, but knows its last reading', () => {
  const closed = { ...meter, isClosed: true };
  expect(checkReading({ register: 200_000n, readAt: meter.readAt + day }, closed, rules)).toEqual({ kind: 'closed' });
  expect(checkReading(meter, closed, rules)).toEqual({ kind: 'recorded' });
});
