import { expect, it } from 'vitest';
import { type MayGiveNotice, mayGiveNotice, type NoticeState } from './mayGiveNotice.ts';

const owing: NoticeState = { agreement: 513, overdue: 1n, disputedBill: 0, planKept: false, noticeDay: 0 };

it.each<[string, Partial<NoticeState>, MayGiveNotice]>([
  ['something is overdue', {}, { mayGive: true }],
  ['nothing is', { overdue: 0n }, { mayGive: false, reason: 'nothingOverdue' }],
  ['a notice stands', { noticeDay: 20_000, disputedBill: 2 }, { mayGive: false, reason: 'noticeStands' }],
  ['a dispute is open', { disputedBill: 2, planKept: true }, { mayGive: false, reason: 'disputeIsOpen' }],
  ['a plan is kept', { planKept: true, overdue: 0n }, { mayGive: false, reason: 'planIsKept' }],
  ['it is prepaid', { agreement: 0 }, { mayGive: false, reason: 'prepaid' }],
])('%s', (_, state, expected) => expect(mayGiveNotice({ ...owing, ...state })).toEqual(expected));
