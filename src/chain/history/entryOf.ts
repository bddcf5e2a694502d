import {
  type AbiEvent,
  decodeEventLog,
  type Hash,
  type Hex,
  hexToBigInt,
  hexToNumber,
  type RpcLog,
  toEventSelector,
} from 'viem';
import { electricityBillingAbi } from '../abi.gen.ts';
import type { MoneyEntry, Place, ReadingEntry } from './entries.ts';
import { moneyEntryOf } from './moneyEntryOf.ts';
import { readingEntryOf } from './readingEntryOf.ts';

/** A log of ElectricityBilling as an entry of a history; null for one that belongs to none. */
export function entryOf(log: RpcLog, time: number): MoneyEntry | ReadingEntry | null {
  const event = decodeEventLog({ abi: electricityBillingAbi, data: log.data, topics: log.topics as [Hex, ...Hex[]] });
  const place: Place = {
    block: hexToBigInt(log.blockNumber as Hex),
    blockHash: log.blockHash as Hash,
    transaction: log.transactionHash as Hash,
    logIndex: hexToNumber(log.logIndex as Hex),
    time,
    previousBlock: 'previousBlock' in event.args ? BigInt(event.args.previousBlock) : 0n,
  };
  return moneyEntryOf(event, place) ?? readingEntryOf(event, place);
}

/** The first topics of the events that make up a history. */
export const topicsOf = {
  money: selectors(
    'BillIssued',
    'SurchargeCharged',
    'SpanBilled',
    'PaymentReceived',
    'CreditNoteIssued',
    'AdvanceRefunded',
    'HandedOver',
    'AgreementAccepted',
    'PlanAgreed',
    'DisputeOpened',
    'DisputeEnded',
    'NoticeGiven',
    'ConnectionClosed',
    'ConnectionRegistered',
  ),
  readings: selectors(
    'ReadingRecorded',
    'MeterExchanged',
    'MeterRolledOver',
    'ReadingCorrected',
    'ConnectionRegistered',
  ),
};

function selectors(...names: string[]): Hex[] {
  const events = electricityBillingAbi.filter((item) => item.type === 'event') as readonly AbiEvent[];
  return events.filter((event) => names.includes(event.name)).map((event) => toEventSelector(event));
}
