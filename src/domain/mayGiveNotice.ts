/** What the board's right to give notice of disconnection depends on; money in millionths of the currency. */
export type NoticeState = {
  /** The contract's number for it. */
  agreement: number;
  overdue: bigint;
  /** The bill in dispute, or 0. */
  disputedBill: number;
  planKept: boolean;
  /** First day of disconnection by the notice that stands, or 0. */
  noticeDay: number;
};

/** Whether the board may give notice now, as the contract decides it; or why not. */
export type MayGiveNotice =
  | { mayGive: true }
  | { mayGive: false; reason: 'noticeStands' | 'disputeIsOpen' | 'planIsKept' | 'nothingOverdue' | 'prepaid' };

export function mayGiveNotice({ agreement, overdue, disputedBill, planKept, noticeDay }: NoticeState): MayGiveNotice {
  if (noticeDay !== 0) return { mayGive: false, reason: 'noticeStands' };
  if (disputedBill !== 0) return { mayGive: false, reason: 'disputeIsOpen' };
  if (planKept) return { mayGive: false, reason: 'planIsKept' };
  if (overdue === 0n) return { mayGive: false, reason: 'nothingOverdue' };
  return agreement === 0 ? { mayGive: false, reason: 'prepaid' } : { mayGive: true };
}
