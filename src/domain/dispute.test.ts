import { describe, expect, it } from 'vitest';
import { type DisputeState, disputableOf } from './dispute.ts';

const state: DisputeState = {
  isHolder: true,
  bills: 5,
  dueDay: 1000,
  disputedBill: 0,
  lastDisputedBill: 0,
  beforeDisputed: false,
};
const over = { mayDispute: false, reason: 'windowOver' };

describe('disputableOf', () => {
  it('gives the latest bill 60 days after its due day', () => {
    expect(disputableOf(5, state, 990)).toEqual({ mayDispute: true, lastDay: 1060 });
    expect(disputableOf(5, state, 1060)).toEqual({ mayDispute: true, lastDay: 1060 });
    expect(disputableOf(5, state, 1061)).toEqual(over);
  });

  it('gives the one before it until the latest is due, and those before no time', () => {
    expect(disputableOf(4, state, 1000)).toEqual({ mayDispute: true, lastDay: 1000 });
    expect(disputableOf(4, state, 1001)).toEqual(over);
    expect(disputableOf(3, state, 990)).toEqual(over);
  });

  it.each<[string, number, Partial<DisputeState>]>([
    ['notHolder', 5, { isHolder: false }],
    ['unknownBill', 6, {}],
    ['unknownBill', 0, {}],
    ['unknownBill', 1, { bills: 0, dueDay: 0 }],
    ['disputeIsOpen', 5, { disputedBill: 4, lastDisputedBill: 4 }],
    ['disputedBefore', 5, { lastDisputedBill: 5 }],
    ['disputedBefore', 4, { lastDisputedBill: 5, beforeDisputed: true }],
  ])('says %s of bill %i in %o', (reason, bill, change) => {
    expect(disputableOf(bill, { ...state, ...change }, 990)).toEqual({ mayDispute: false, reason });
  });

  it('lets the bill before be disputed after the latest, once', () => {
    expect(disputableOf(4, { ...state, lastDisputedBill: 5 }, 990)).toMatchObject({ mayDispute: true });
  });

  it('lets the next bill be disputed when an earlier dispute has ended', () => {
    expect(disputableOf(5, { ...state, lastDisputedBill: 4 }, 990)).toMatchObject({ mayDispute: true });
  });
});
