import type { BillingEvent } from './billingEvent.ts';
import type { DisputeEnded, MoneyEntry, Place } from './entries.ts';
import { readingKindOf } from './readingKindOf.ts';

const outcomes: readonly DisputeEnded['outcome'][] = ['upheld', 'rejected', 'withdrawn'];

/** An event as an entry of the money history; null for one that belongs to another. */
export function moneyEntryOf({ eventName, args }: BillingEvent, place: Place): MoneyEntry | null {
  switch (eventName) {
    case 'BillIssued': {
      const { connection: _, tariff, opening, closing, kind, loadW, ...rest } = args;
      const exact = {
        opening: BigInt(opening),
        closing: BigInt(closing),
        loadW: BigInt(loadW),
        kind: readingKindOf(kind),
      };
      return { type: 'bill', ...rest, category: tariff >>> 16, version: tariff & 0xffff, ...exact, ...place };
    }
    case 'SurchargeCharged':
      return { type: 'surcharge', ...plain(args), ...place };
    case 'SpanBilled':
      return { type: 'span', ...plain(args), ...place };
    case 'PaymentReceived':
      return { type: 'payment', ...plain(args), ...place };
    case 'CreditNoteIssued':
      return { type: 'creditNote', ...plain(args), ...place };
    case 'AdvanceRefunded':
      return { type: 'refund', ...plain(args), ...place };
    case 'HandedOver':
      return { type: 'handover', ...plain(args), ...place };
    case 'AgreementAccepted':
      return { type: 'agreement', ...plain(args), ...place };
    case 'PlanAgreed':
      return { type: 'plan', ...plain(args), ...place };
    case 'DisputeOpened':
      return { type: 'disputeOpened', ...plain(args), ...place };
    case 'DisputeEnded':
      return { type: 'disputeEnded', ...plain(args), outcome: outcomes[args.outcome] ?? 'rejected', ...place };
    case 'NoticeGiven':
      return { type: 'notice', ...plain(args), ...place };
    case 'ConnectionClosed':
      return { type: 'closed', ...plain(args), register: BigInt(args.register), ...place };
    case 'ConnectionRegistered': {
      const { register, loadW, ...rest } = plain(args);
      return { type: 'registration', ...rest, register: BigInt(register), loadW: BigInt(loadW), ...place };
    }
    default:
      return null;
  }
}

function plain<Args extends { connection: bigint }>({ connection: _, ...rest }: Args): Omit<Args, 'connection'> {
  return rest;
}
