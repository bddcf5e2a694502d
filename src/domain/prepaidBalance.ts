import { advance } from './ledger.ts';
import type { Tariff } from './tariff/model.ts';
import { energyFor } from './tariff/prepaid.ts';

/** An entry of a connection's money history as far as the ledger goes; money in millionths of the currency. */
export type LedgerEntry = {
  type: string;
  amount?: bigint;
  /** Of what was charged: bills, surcharges, refunds. */
  chargedAfter?: bigint;
  /** Of what was credited: payments, credit notes. */
  creditedAfter?: bigint;
};

/** What a prepaid connection has left; money in millionths of the currency. */
export type PrepaidBalance = {
  balance: bigint;
  /** What it was right after the last payment. */
  afterPayment: bigint;
  /** How much of that it is. Empty from zero on, whatever it was. */
  level: 'full' | 'below30' | 'below10' | 'empty';
};

/** @param entries newest first, at least down to the last payment */
export function prepaidBalance(
  { charged, credited }: { charged: bigint; credited: bigint },
  entries: readonly LedgerEntry[],
): PrepaidBalance {
  const balance = advance(charged, credited);
  const afterPayment = balanceAfterPayment(charged, entries);
  return { balance, afterPayment, level: levelOf(balance, afterPayment) };
}

/**
 * The Wh that a prepaid connection can still use. Its balance has been through the deductions, which payments are subject to.
 * @param balance millionths of the currency
 * @param unbilled Wh used since the last bill
 * @throws UsageError when energy is free without end, or its price falls
 */
export function unitsLeft(tariff: Tariff, balance: bigint, unbilled: bigint): bigint {
  const { units } = energyFor(tariff, balance, 0n);
  return units > unbilled ? units - unbilled : 0n;
}

/** Takes back what was charged since the last payment. */
function balanceAfterPayment(charged: bigint, entries: readonly LedgerEntry[]): bigint {
  let chargedThen = charged;
  for (const { type, amount = 0n, chargedAfter, creditedAfter } of entries) {
    if (type === 'payment' && creditedAfter !== undefined) return advance(chargedThen, creditedAfter);
    if (chargedAfter !== undefined) chargedThen -= amount;
  }
  return 0n;
}

function levelOf(balance: bigint, full: bigint): PrepaidBalance['level'] {
  if (balance === 0n) return 'empty';
  if (balance * 10n < full) return 'below10';
  return balance * 10n < full * 3n ? 'below30' : 'full';
}
