import { expect, it } from 'vitest';
import { noticeOf } from './notice.ts';

it('tells how long it is until the board may disconnect', () => {
  expect(noticeOf({ noticeDay: 0 }, 1000)).toEqual({ state: 'none' });
  expect(noticeOf({ noticeDay: 1016 }, 1000)).toEqual({ state: 'given', firstDay: 1016, daysLeft: 16 });
  expect(noticeOf({ noticeDay: 1016 }, 1015)).toEqual({ state: 'given', firstDay: 1016, daysLeft: 1 });
  expect(noticeOf({ noticeDay: 1016 }, 1016)).toEqual({ state: 'mayDisconnect', firstDay: 1016 });
  expect(noticeOf({ noticeDay: 1016 }, 1100)).toEqual({ state: 'mayDisconnect', firstDay: 1016 });
});
