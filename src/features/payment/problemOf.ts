import { quantity, type Words } from '../../messages/words.ts';

interface Payable {
  /** Consumer number. */
  connection: bigint;
  /** What the connection has been credited so far, millionths of the currency. */
  credited: bigint;
  /** What the wallet holds, in the coin's own unit; undefined as long as there is none. */
  balance: bigint | undefined;
  /** The coin's own units in a millionth of the currency. */
  unit: bigint;
}

/** The ledger counts in 64 bits. */
const mostCredited = 2n ** 64n - 1n;

/** Why an amount can't be paid, before any wallet is asked; null when it can. @param amount Millionths of the currency; null for none. */
export function problemOf(amount: bigint | null, { connection, credited, balance, unit }: Payable): Words | null {
  if (amount === null) return { key: 'payment.amountMissing' };
  if (amount === 0n) return { key: 'error.ZeroAmount' };
  if (credited + amount > mostCredited) {
    const values = { connection: String(connection), amount: quantity('money', amount) };
    return { key: 'error.AmountTooLarge', values };
  }
  if (balance !== undefined && amount * unit > balance) {
    const values = { amount: quantity('money', amount), balance: quantity('money', balance / unit) };
    return { key: 'payment.aboveBalance', values };
  }
  return null;
}
