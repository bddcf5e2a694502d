import type { Connection } from '../../chain/reads/connections.ts';
import { parseAmount } from '../../domain/amount.ts';
import { arrears } from '../../domain/ledger.ts';
import { parseConsumerNumber } from '../../domain/reading.ts';
import { quantity, type Words } from '../../messages/words.ts';
import { type DraftRow, isBlank } from './draft.ts';

/** What is on the chain of the numbers that were asked for; null for one that nobody has. */
export type Found = ReadonlyMap<bigint, Connection | null>;

interface Checked {
  row: DraftRow;
  /** From 1, as the screen counts. */
  line: number;
  /** Known once the number is one that the chain has. */
  connection: Connection | null;
  /** What will be paid, millionths of the currency. */
  amount: bigint | null;
  problem: { field: 'number' | 'amount'; words: Words } | null;
}

/** `blank`: nothing is written there; `looking`: the chain is being asked; `sent`: on its way. */
export type CheckedRow = Checked & { state: 'blank' | 'looking' | 'bad' | 'good' | 'sent' };

/** The ledger counts in 64 bits. */
const mostCredited = 2n ** 64n - 1n;

/** What keeps each row from being paid, and what would be right. @param step Amounts are a multiple of it. */
export function checkRows(rows: readonly DraftRow[], found: Found, step: bigint): CheckedRow[] {
  const lines = new Map<bigint, number>();
  return rows.map((row, index) => {
    const line = index + 1;
    const number = parseConsumerNumber(row.number.trim());
    const connection = (number !== undefined && found.get(number)) || null;
    const amount = amountOf(row, connection);
    const about = { row, line, connection, amount: amount.value };
    if (row.sent) return { ...about, problem: null, state: 'sent' };
    if (isBlank(row)) return { ...about, problem: null, state: 'blank' };
    const bad = (field: 'number' | 'amount', words: Words): CheckedRow => {
      const values = { line: String(line), ...words.values };
      return { ...about, problem: { field, words: { ...words, values } }, state: 'bad' };
    };
    if (number === undefined) return bad('number', numberProblem(row.number.trim()));
    const first = lines.get(number);
    if (first !== undefined)
      return bad('number', { key: 'counter.repeats', values: { first: String(first), number: String(number) } });
    lines.set(number, line);
    if (!found.has(number)) return { ...about, problem: null, state: 'looking' };
    if (!connection) return bad('number', { key: 'counter.unknown', values: { number: String(number) } });
    const problem = amount.problem ?? limitProblem(amount.value, connection, step);
    return problem ? bad('amount', problem) : { ...about, problem: null, state: 'good' };
  });
}

/** The numbers of rows that the chain has to be asked for. */
export function numbersOf(rows: readonly DraftRow[]): bigint[] {
  const numbers = rows.map(({ number }) => parseConsumerNumber(number.trim())).filter((number) => number !== undefined);
  return [...new Set(numbers)];
}

function numberProblem(value: string): Words {
  return value === '' ? { key: 'counter.noNumber' } : { key: 'counter.notANumber', values: { value } };
}

function amountOf(
  { amount }: DraftRow,
  connection: Connection | null,
): { value: bigint; problem: null } | { value: null; problem: Words } {
  if (amount === null) {
    const owed = connection ? arrears(connection.charged, connection.credited) : 0n;
    return owed > 0n ? { value: owed, problem: null } : { value: null, problem: { key: 'counter.nothingDue' } };
  }
  const typed = parseAmount(amount);
  if (typed.problem === null) return typed;
  return { value: null, problem: { key: `counter.${typed.problem}`, values: { value: amount.trim() } } };
}

function limitProblem(amount: bigint, { credited }: Connection, step: bigint): Words | null {
  const value = quantity('money', amount);
  if (amount === 0n) return { key: 'counter.zero', values: { value } };
  if (amount % step !== 0n) return { key: 'counter.notPayable', values: { value, step: quantity('money', step) } };
  return credited + amount > mostCredited ? { key: 'counter.tooLarge', values: { value } } : null;
}
