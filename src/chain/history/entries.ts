import {
  type AbiEvent,
  type Address,
  decodeEventLog,
  type Hash,
  type Hex,
  hexToBigInt,
  hexToNumber,
  type RpcLog,
  toEventSelector,
} from 'viem';
import { electricityBillingAbi } from '../abi.gen.ts';

/** Where on the chain an entry stands, and when that was (seconds). */
interface Place {
  block: bigint;
  blockHash: Hash;
  transaction: Hash;
  logIndex: number;
  time: number;
  /** Block of the entry before it; 0 for the registration. */
  previousBlock: bigint;
}

type ReadingKind = 'actual' | 'estimated' | 'confirmed';

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

export type Reading = Place & { type: 'reading'; register: bigint; readAt: number; kind: ReadingKind };

type Registration = Place & {
  type: 'registration';
  holder: Address;
  category: number;
  loadW: bigint;
  agreement: number;
  register: bigint;
  readAt: number;
};

export type MoneyEntry = Bill | Payment | CreditNote | Refund | Handover | Registration;
export type ReadingEntry = Reading | Registration;

const kinds: readonly ReadingKind[] = ['actual', 'estimated', 'confirmed'];

/** A log of ElectricityBilling as an entry of a history; null for one that belongs to none. */
export function entryOf(log: RpcLog, time: number): MoneyEntry | ReadingEntry | null {
  const event = decodeEventLog({ abi: electricityBillingAbi, data: log.data, topics: log.topics as [Hex, ...Hex[]] });
  const place = {
    block: hexToBigInt(log.blockNumber as Hex),
    blockHash: log.blockHash as Hash,
    transaction: log.transactionHash as Hash,
    logIndex: hexToNumber(log.logIndex as Hex),
    time,
    previousBlock: 'previousBlock' in event.args ? BigInt(event.args.previousBlock) : 0n,
  };
  switch (event.eventName) {
    case 'BillIssued': {
      const { connection: _, tariff, opening, closing, kind, loadW, ...rest } = event.args;
      const exact = { opening: BigInt(opening), closing: BigInt(closing), loadW: BigInt(loadW), kind: kindOf(kind) };
      return { type: 'bill', ...rest, category: tariff >>> 16, version: tariff & 0xffff, ...exact, ...place };
    }
    case 'PaymentReceived':
      return { type: 'payment', ...pick(event.args, 'payer', 'amount', 'creditedAfter'), ...place };
    case 'CreditNoteIssued':
      return { type: 'creditNote', ...pick(event.args, 'bill', 'amount', 'creditedAfter', 'reason'), ...place };
    case 'AdvanceRefunded':
      return { type: 'refund', ...pick(event.args, 'holder', 'amount', 'chargedAfter'), ...place };
    case 'HandedOver':
      return { type: 'handover', ...pick(event.args, 'from', 'to'), ...place };
    case 'ReadingRecorded': {
      const { register, readAt, kind } = event.args;
      return { type: 'reading', register: BigInt(register), readAt, kind: kindOf(kind), ...place };
    }
    case 'ConnectionRegistered': {
      const { register, loadW, ...rest } = pick(
        event.args,
        'holder',
        'category',
        'loadW',
        'agreement',
        'register',
        'readAt',
      );
      return { type: 'registration', ...rest, register: BigInt(register), loadW: BigInt(loadW), ...place };
    }
    default:
      return null;
  }
}

/** The first topics of the events that make up a history. */
export const topicsOf = {
  money: selectors(
    'BillIssued',
    'PaymentReceived',
    'CreditNoteIssued',
    'AdvanceRefunded',
    'HandedOver',
    'ConnectionRegistered',
  ),
  readings: selectors('ReadingRecorded', 'ConnectionRegistered'),
};

function selectors(...names: string[]): Hex[] {
  const events = electricityBillingAbi.filter((item) => item.type === 'event') as readonly AbiEvent[];
  return events.filter((event) => names.includes(event.name)).map((event) => toEventSelector(event));
}

function kindOf(kind: number): ReadingKind {
  return kinds[kind] ?? 'actual';
}

function pick<T, K extends keyof T>(from: T, ...names: K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
