import { useEffect, useRef, useState } from 'react';
import type { TransactionReceipt } from 'viem';
import { useWarnBeforeLeaving } from '../../ui/useWarnBeforeLeaving.ts';
import type { WriteRequest } from './request.ts';
import { type TransactionFlow, useTransaction } from './useTransaction.ts';

/** Rows of one transaction to begin with; half of it where that turns out to take too much gas. */
const chunkSize = 200;

interface RunOptions<Row, Result> {
  request: (rows: readonly Row[]) => WriteRequest;
  /** What became of each row. */
  resultsOf: (rows: readonly Row[], receipt: TransactionReceipt) => readonly Result[];
  /** Rows with the same key are never sent in one transaction. */
  keyOf?: (row: Row) => unknown;
}

interface RunState<Row, Result> {
  /** `paused` also when a transaction failed; `transaction` says why. */
  status: 'idle' | 'running' | 'pausing' | 'paused' | 'finished';
  left: readonly Row[];
  total: number;
  results: readonly Result[];
}

export interface Run<Row, Result> extends RunState<Row, Result> {
  /** Of the chunk that is being sent or was sent last. */
  transaction: TransactionFlow;
  start: (rows: readonly Row[]) => Promise<void>;
  /** Stops after the transaction that is on its way. */
  pause: () => void;
  resume: () => Promise<void>;
  reset: () => void;
}

/** Sends many rows in transactions of a bearable size, one after another. Leaving the page ends it after the present one. */
export function useRun<Row, Result>({ request, resultsOf, keyOf }: RunOptions<Row, Result>): Run<Row, Result> {
  const transaction = useTransaction();
  const [state, setState] = useState<RunState<Row, Result>>(nothing);
  const isWanted = useRef(true);
  const size = useRef(chunkSize);
  useWarnBeforeLeaving(state.status === 'running' || state.status === 'pausing');
  useEffect(() => {
    isWanted.current = true;
    return () => {
      isWanted.current = false;
    };
  }, []);

  const go = async ({ left, total, results }: Omit<RunState<Row, Result>, 'status'>) => {
    isWanted.current = true;
    for (;;) {
      setState({ status: 'running', left, total, results });
      const rows = nextChunk(left, size.current, keyOf);
      const receipt = await transaction.send(request(rows));
      if (!receipt && rows.length > 1 && transaction.current().problem?.key === 'error.outOfGas') {
        size.current = Math.ceil(rows.length / 2);
        continue;
      }
      if (receipt) {
        left = left.slice(rows.length);
        results = [...results, ...resultsOf(rows, receipt)];
      }
      if (left.length > 0 && receipt && isWanted.current) continue;
      setState({ status: left.length === 0 ? 'finished' : 'paused', left, total, results });
      return;
    }
  };

  return {
    ...state,
    transaction,
    start: async (rows) => {
      if (rows.length > 0) await go({ left: rows, total: rows.length, results: [] });
    },
    pause: () => {
      isWanted.current = false;
      setState((now) => (now.status === 'running' ? { ...now, status: 'pausing' } : now));
    },
    resume: () => go(state),
    reset: () => {
      transaction.reset();
      setState(nothing);
    },
  };
}

const nothing = { status: 'idle', left: [], total: 0, results: [] } as const;

/** The first rows, up to a size and before a key comes again. */
export function nextChunk<Row>(rows: readonly Row[], size: number, keyOf?: (row: Row) => unknown): readonly Row[] {
  const keys = new Set<unknown>();
  for (const [index, row] of rows.slice(0, size).entries()) {
    const key = keyOf?.(row);
    if (key === undefined) continue;
    if (keys.has(key)) return rows.slice(0, index);
    keys.add(key);
  }
  return rows.slice(0, size);
}
