import type { Address, Hash } from 'viem';

/** Where on the chain an entry stands, and when that was (seconds). */
export interface Place {
  block: bigint;
  blockHash: Hash;
  transaction: Hash;
  logIndex: number;
  time: number;
  /** Block of the entry before it; 0 for the registration. */
  previousBlock: bigint;
}

export type ReadingKind = 'actual' | 'estimated' | 'confirmed';

/** Energy in Wh, load in W, money in millionths, days since 1970 in the board's local time. */
export type Bill = Place & {
  type: 'bill';
  /** From 1, within the connection. */
  number: number;
  category: number;
  version: number;
  fromDay: number;
  /** The day after the period's last. */
  toDay: number;
  opening: bigint;
  closing: bigint;
  kind: ReadingKind;
  loadW: bigint;
  amount: bigint;
  chargedAfter: bigint;
  dueDay: number;
};

/** Charged because a bill came on top of overdue principal: a debt of its own, just older than that bill. */
export type Surcharge = Place & {
  type: 'surcharge';
  /** Number of that bill. */
  bill: number;
  principal: bigint;
  months: number;
  amount: bigint;
  chargedAfter: bigint;
};

/** How the amount came about of a bill over several agreed periods, or of one that replaces estimates. */
export type Span = Place & {
  type: 'span';
  /** Number of that bill. */
  bill: number;
  periods: number;
  total: bigint;
  /** What bills on estimates had charged for the same days. */
  estimated: bigint;
  /** What of that was too much, and was credited. */
  credit: bigint;
  creditedAfter: bigint;
};

export type Payment = Place & { type: 'payment'; payer: Address; amount: bigint; creditedAfter: bigint };

export type Refund = Place & { type: 'refund'; holder: Address; amount: bigint; chargedAfter: bigint };

/** The board's: what a bill should not have asked for. Like a payment it goes to the oldest debt first. */
export type CreditNote = Place & {
  type: 'creditNote';
  /** Number of the bill that it is for. */
  bill: number;
  amount: bigint;
  creditedAfter: bigint;
  reason: string;
};

type Handover = Place & { type: 'handover'; from: Address; to: Address };

/** Another agreement. It is in force from the end of a bill on. */
type AgreementChange = Place & { type: 'agreement'; agreement: number; afterBill: number };

/** From then on the arrears are paid in instalments: what a domain Plan has. */
export type PlanAgreed = Place & {
  type: 'plan';
  total: bigint;
  parts: number;
  interval: number;
  startDay: number;
  creditedBefore: bigint;
};

export type DisputeOpened = Place & {
  type: 'disputeOpened';
  bill: number;
  /** What of it is contested. */
  amount: bigint;
  /** Hash of the text, which the board got another way. */
  reason: Hash;
};

export type DisputeEnded = Place & {
  type: 'disputeEnded';
  bill: number;
  outcome: 'upheld' | 'rejected' | 'withdrawn';
  /** The board's words; empty when the holder withdrew it. */
  reason: string;
};

/** Notice of disconnection. */
type NoticeGiven = Place & {
  type: 'notice';
  overdue: bigint;
  /** First day on which the board may disconnect. */
  firstDay: number;
};

type Closing = Place & { type: 'closed'; holder: Address; register: bigint };

/** Registers of the readings chain are logical ones but where it says otherwise. */
type Reading = Place & { type: 'reading'; register: bigint; readAt: number; kind: ReadingKind };

/** Another meter goes on where the old one stopped. */
type Exchange = Place & {
  type: 'exchange';
  register: bigint;
  readAt: number;
  /** Own registers of the old meter and of the new one. */
  finalRegister: bigint;
  newRegister: bigint;
  /** The new meter's; null where it has none. */
  key: Address | null;
};

/** The meter began again at zero. Its reading is the next entry of the same transaction. */
type Rollover = Place & { type: 'rollover'; ownRegister: bigint; modulus: bigint };

/** The latest reading was wrong. */
type Correction = Place & {
  type: 'correction';
  register: bigint;
  /** What the register was taken to be. */
  wrong: bigint;
  /** What the meter showed. */
  ownRegister: bigint;
  readAt: number;
  /** Energy that a bill has charged and that was not used. */
  overbilledWh: bigint;
  reason: string;
};

type Registration = Place & {
  type: 'registration';
  holder: Address;
  category: number;
  loadW: bigint;
  agreement: number;
  register: bigint;
  readAt: number;
};

export type MoneyEntry =
  | Bill
  | Surcharge
  | Span
  | Payment
  | CreditNote
  | Refund
  | Handover
  | AgreementChange
  | PlanAgreed
  | DisputeOpened
  | DisputeEnded
  | NoticeGiven
  | Closing
  | Registration;

export type ReadingEntry = Reading | Exchange | Rollover | Correction | Registration;
