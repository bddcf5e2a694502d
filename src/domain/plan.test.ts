import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, planState } from './plan.ts';

/** Assam, 2021: up to 30,000 rupees in ten instalments. */
const plan: Plan = { total: 25_000n, parts: 10, interval: 30, startDay: 1000, creditedBefore: 700n };

describe('planState', () => {
  it('asks for nothing until the first instalment is past', () => {
    expect(planState(plan, 700n, 1000)).toMatchObject({
      state: 'kept',
      asked: 700n,
      missing: 0n,
      next: { day: 1030, amount: 2_500n },
    });
    expect(planState(plan, 700n, 1030).state).toBe('kept');
    expect(planState(plan, 700n, 1031)).toMatchObject({
      state: 'broken',
      asked: 3_200n,
      missing: 2_500n,
      next: { day: 1060, amount: 5_000n },
    });
  });

  it('is kept again once what is missing is paid', () => {
    expect(planState(plan, 3_199n, 1031)).toMatchObject({ state: 'broken', missing: 1n });
    expect(planState(plan, 3_200n, 1031)).toMatchObject({ state: 'kept', next: { day: 1060, amount: 2_500n } });
  });

  it('takes what is paid ahead off the next instalment', () => {
    expect(planState(plan, 6_000n, 1031)).toMatchObject({ state: 'kept', next: { day: 1090, amount: 2_200n } });
  });

  it('ends paid, also when late', () => {
    expect(planState(plan, 25_699n, 2000)).toMatchObject({ state: 'broken', missing: 1n, next: null });
    expect(planState(plan, 25_700n, 2000)).toMatchObject({ state: 'paid', missing: 0n, next: null });
  });

  it('lists its instalments, the odd amounts last', () => {
    const thirds = { ...plan, total: 100n, parts: 3 };
    expect(planState(thirds, 740n, 1061).instalments).toEqual([
      { day: 1030, amount: 33n, state: 'paid' },
      { day: 1060, amount: 33n, state: 'missed' },
      { day: 1090, amount: 34n, state: 'due' },
    ]);
  });

  it('agrees with its list', () => {
    const cases = fc.record({
      total: fc.bigInt(1n, 10n ** 12n),
      parts: fc.integer({ min: 2, max: 60 }),
      interval: fc.integer({ min: 1, max: 366 }),
      creditedBefore: fc.bigInt(0n, 10n ** 12n),
      paid: fc.bigInt(0n, 12n * 10n ** 11n),
      passed: fc.nat(3000),
    });
    fc.assert(
      fc.property(cases, ({ paid, passed, ...rest }) => {
        const { total, creditedBefore } = rest;
        const { state, asked, missing, next, instalments } = planState(
          { ...rest, startDay: 20_000 },
          creditedBefore + paid,
          20_000 + passed,
        );
        const sum = (of: typeof instalments) => of.reduce((sum, { amount }) => sum + amount, 0n);
        expect(sum(instalments)).toBe(total);
        expect(asked).toBe(creditedBefore + sum(instalments.filter(({ day }) => day < 20_000 + passed)));
        expect(state === 'broken').toBe(instalments.some(({ state }) => state === 'missed'));
        expect(state === 'broken').toBe(missing > 0n);
        expect(state === 'paid').toBe(instalments.every(({ state }) => state === 'paid'));
        if (!next) return;
        const afterNext = planState({ ...rest, startDay: 20_000 }, creditedBefore + paid + next.amount, next.day + 1);
        expect(afterNext.state).not.toBe('broken');
        expect(next.day).toBeGreaterThanOrEqual(20_000 + passed);
      }),
    );
  });
});
