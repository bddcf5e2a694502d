/** A notice of disconnection; days since 1970. */
export type Notice =
  | { state: 'none' }
  /** The first day on which the board may disconnect, and how long it is until then. */
  | { state: 'given'; firstDay: number; daysLeft: number }
  | { state: 'mayDisconnect'; firstDay: number };

/** @param noticeDay first day on which the board may disconnect, or 0 when no notice stands */
export function noticeOf({ noticeDay }: { noticeDay: number }, today: number): Notice {
  if (noticeDay === 0) return { state: 'none' };
  return today < noticeDay
    ? { state: 'given', firstDay: noticeDay, daysLeft: noticeDay - today }
    : { state: 'mayDisconnect', firstDay: noticeDay };
}
