import type { Connection } from '../../chain/reads/connections.ts';
import type { Reading } from '../../domain/reading.ts';
import { checkReading, type MeterState, type ReadingCheck } from '../../domain/readingCheck.ts';

export type Line = Reading & { line: number };

export type Meter = MeterState & Pick<Connection, 'category' | 'billedDay'>;

/** What is on the chain of the connections that a file names. */
export interface Meters {
  byNumber: ReadonlyMap<bigint, Meter>;
  /** Earlier readings of these, as {@link readingKey}. */
  recorded: ReadonlySet<string>;
}

export interface CheckedRows {
  /** To be sent, in the order of their times. */
  good: (Line & { energy: bigint })[];
  /** On the chain already. */
  recorded: Line[];
  /** Above the plausibility limit: the board can confirm them. */
  implausible: (Line & { energy: bigint; limit: bigint })[];
  refused: (Line & { check: Refusal })[];
}

type Refusal = Extract<ReadingCheck, { kind: 'unknown' | 'closed' | 'falls' | 'notLater' | 'future' }>;

/**
 * Sorts the readings of a file by what the contract would make of them, one after the other in the order of their times: a second reading of a
 * connection is held against the first.
 */
export function checkRows(
  lines: readonly Line[],
  meters: Meters,
  rules: { now: number; plausibilityPercent: number },
): CheckedRows {
  const rows: CheckedRows = { good: [], recorded: [], implausible: [], refused: [] };
  const states = new Map<bigint, MeterState>(meters.byNumber);
  for (const line of [...lines].sort((a, b) => a.readAt - b.readAt || a.line - b.line)) {
    const state = states.get(line.connection);
    const check = checkReading(line, state, rules);
    switch (check.kind) {
      case 'plausible':
        rows.good.push({ ...line, energy: check.energy });
        states.set(line.connection, after(state as MeterState, line));
        break;
      case 'implausible':
        rows.implausible.push({ ...line, energy: check.energy, limit: check.limit });
        break;
      case 'recorded':
        rows.recorded.push(line);
        break;
      default:
        if (meters.recorded.has(readingKey(line))) rows.recorded.push(line);
        else rows.refused.push({ ...line, check });
    }
  }
  return rows;
}

function after({ loadW }: MeterState, { register, readAt }: Line): MeterState {
  return { loadW, register, readAt };
}

export function readingKey({ connection, register, readAt }: Reading): string {
  return `${connection} ${readAt} ${register}`;
}
