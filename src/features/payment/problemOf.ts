import { quantity, type Words } from '../../messages/words.ts';

interface Payable {
  /** Consumer number. */
  connection: bigint;
  /** What the connection has been credited so far, millionths of the currency. */
  credited: bigint;
  /** What the wallet can pay; undefined as long as there is none. */
  holdings: bigint | undefined;
  /** Amounts are a multiple of this. */
  step: bigint;
}

/** The ledger counts in 64 bits. */
const mostCredited = 2n ** 64n - 1n;

/** Why an amount can't be paid, before any wallet is asked; null when it can. All money in millionths of the currency; null for none. */
export function problemOf(amount: bigint | null, { connection, credited, holdings, step }: Payable): Words | null {
  if (amount === null) return { key: 'payment.amountMissing' };
  if (amount === 0n) return { key: 'error.ZeroAmount' };
  if (amount % step !== 0n) return { key: 'asset.notPayable', values: { step: quantity('money', step) } };
  if (credited + amount > mostCredited) {
    const values = { connection: String(connection), amount: quantity('money', amount) };
    return { key: 'error.AmountTooLarge', values };
  }
  if (holdings !== undefined && amount > holdings) {
    const values = { amount: quantity('money', amount), balance: quantity('money', holdings) };
    return { key: 'payment.aboveBalance', values };
  }
  return null;
}
