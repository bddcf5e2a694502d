import type { Bill, MoneyEntry, PlanAgreed, Surcharge } from '../../chain/history/entries.ts';
import { dayOfTimestamp } from '../../domain/calendar.ts';
import { planState } from '../../domain/plan.ts';
import { overdueOf } from '../../domain/surcharge.ts';
import type { SurchargeBasis } from '../../domain/verify.ts';
import { agreementFor } from './billContext.ts';

type SurchargeHistory = Omit<SurchargeBasis, 'tariff'>;

/** What counts for a surcharge, as far as a history has been gone through. */
interface Past {
  bills: Bill[];
  credited: bigint;
  /** What `credited` is with the bill that is being issued. */
  creditedNext: bigint;
  /** The day up to which surcharge was charged, or stopped. */
  chargedTo: number;
  isDisputed: boolean;
  plan: PlanAgreed | null;
}

const MONTH = 30;

/** What a surcharge was computed from but for the tariff. @param entries the connection's whole history, newest first */
export function surchargeHistoryOf(
  surcharge: Surcharge,
  entries: readonly MoneyEntry[],
  utcOffset: number,
): SurchargeHistory {
  const dayOf = ({ time }: MoneyEntry) => dayOfTimestamp(time, utcOffset);
  const past: Past = { bills: [], credited: 0n, creditedNext: 0n, chargedTo: 0, isDisputed: false, plan: null };
  const older = entries.slice(entries.indexOf(surcharge) + 1).reverse();
  const agreementOf = (bill: number) => agreementFor(bill, entries);
  for (const entry of older) pass(past, entry, dayOf(entry), agreementOf);
  return historyAt(past, dayOf(surcharge), agreementOf(surcharge.bill));
}

function pass(past: Past, entry: MoneyEntry, today: number, agreementOf: (bill: number) => number): void {
  switch (entry.type) {
    case 'payment':
    case 'creditNote':
      past.credited = entry.creditedAfter;
      past.creditedNext = entry.creditedAfter;
      break;
    case 'span':
      // It stands before its bill, which comes on top of what was owed without this credit.
      past.creditedNext = entry.creditedAfter;
      break;
    case 'plan':
      past.plan = entry;
      break;
    case 'disputeOpened':
      past.isDisputed = true;
      break;
    case 'disputeEnded':
      past.isDisputed = false;
      past.chargedTo = Math.max(past.chargedTo, today);
      break;
    case 'surcharge': {
      const { overdue, chargedBefore } = historyAt(past, today, agreementOf(entry.bill));
      past.chargedTo = Math.max(overdue?.dueDay ?? 0, chargedBefore) + MONTH * entry.months;
      break;
    }
    case 'bill': {
      const isOnTop = entry.chargedAfter - entry.amount > past.credited;
      if (isOnTop && isStopped(past, today, agreementOf(entry.number))) {
        past.chargedTo = Math.max(past.chargedTo, today);
      }
      past.bills.push(entry);
      past.credited = past.creditedNext;
      break;
    }
  }
}

function historyAt(past: Past, today: number, agreement: number): SurchargeHistory {
  const overdue = isStopped(past, today, agreement) ? null : overdueOf(past.bills, past.credited, today);
  return { overdue, chargedBefore: Math.max(past.chargedTo, unpaidDay(past, today) ?? 0), today };
}

/** By a dispute, a plan that is kept, or since nothing of a prepaid connection is ever due. */
function isStopped(past: Past, today: number, agreement: number): boolean {
  const day = unpaidDay(past, today);
  return agreement === 0 || past.isDisputed || (day !== undefined && today <= day);
}

/** The day of the plan's first instalment that is not paid; none without a plan, or with a paid one. */
function unpaidDay({ plan, credited }: Past, today: number): number | undefined {
  return plan ? planState(plan, credited, today).instalments.find(({ state }) => state !== 'paid')?.day : undefined;
}
