/** What a wallet's right to dispute a bill depends on; days since 1970. */
export type DisputeState = {
  /** Whether the wallet holds the connection. */
  isHolder: boolean;
  /** Bills issued so far, and the due day of the latest. */
  bills: number;
  dueDay: number;
  /** The bill in dispute, or 0. */
  disputedBill: number;
  /** The last bill that ever was in dispute, or 0. */
  lastDisputedBill: number;
  /** Whether the bill before that was in dispute too. */
  beforeDisputed: boolean;
};

/** Whether a bill may be disputed now, and the last day for that; or why not. `disputedBefore`: it was, whatever came of it. */
export type Disputable =
  | { mayDispute: true; lastDay: number }
  | { mayDispute: false; reason: 'notHolder' | 'unknownBill' | 'disputeIsOpen' | 'disputedBefore' | 'windowOver' };

/** Days after its due day in which the latest bill can be disputed. */
const WINDOW = 60;

/** @param bill its number, from 1 */
export function disputableOf(bill: number, state: DisputeState, today: number): Disputable {
  const { bills, dueDay, disputedBill, lastDisputedBill } = state;
  if (!state.isHolder) return { mayDispute: false, reason: 'notHolder' };
  if (bill < 1 || bill > bills) return { mayDispute: false, reason: 'unknownBill' };
  if (disputedBill > 0) return { mayDispute: false, reason: 'disputeIsOpen' };
  const wasDisputed = bill === lastDisputedBill || (bill < lastDisputedBill && state.beforeDisputed);
  if (wasDisputed) return { mayDispute: false, reason: 'disputedBefore' };
  const lastDay = bill === bills ? dueDay + WINDOW : dueDay;
  if (bill < bills - 1 || today > lastDay) return { mayDispute: false, reason: 'windowOver' };
  return { mayDispute: true, lastDay };
}
