import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Hash, TransactionReceipt } from 'viem';
import type { Words } from '../../messages/words.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { explain } from '../errors/explain.ts';
import { refreshState } from '../head.ts';
import { walletState } from '../wallet/store.ts';
import { NoWalletError } from './errors.ts';
import { follow } from './follow.ts';
import { prepare } from './prepare.ts';
import { callOf, type WriteRequest } from './request.ts';
import { sign } from './sign.ts';
import { track } from './store.ts';

/** Preparing: tried on the chain; signing: the wallet asks the user; pending: sent, not mined. */
export interface TransactionState {
  stage: 'idle' | 'preparing' | 'signing' | 'pending' | 'succeeded' | 'failed';
  hash?: Hash;
  receipt?: TransactionReceipt;
  problem?: Words;
}

type OnDone = (receipt: TransactionReceipt) => void;

export interface TransactionFlow {
  state: TransactionState;
  /** The state as it is now, ahead of the next render. */
  current: () => TransactionState;
  /**
   * Resolves when it is mined; with null when it failed, for the reason that the state gives. Never rejects.
   * @param onDone Told when it succeeds, also when that takes a `retry`.
   */
  send: (request: WriteRequest, onDone?: OnDone) => Promise<TransactionReceipt | null>;
  /** Sends the last request again. */
  retry: () => Promise<TransactionReceipt | null>;
  reset: () => void;
}

const busy: readonly TransactionState['stage'][] = ['preparing', 'signing', 'pending'];

/** The one way to write to the chain: try, ask the wallet, wait, and say what came of it. One transaction at a time. */
export function useTransaction(): TransactionFlow {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const [state, setState] = useState<TransactionState>({ stage: 'idle' });
  const latest = useRef(state);
  const last = useRef<{ request: WriteRequest; onDone: OnDone | undefined }>(undefined);

  const enter = useCallback((next: TransactionState) => {
    latest.current = next;
    setState(next);
  }, []);

  const send = useCallback(
    async (request: WriteRequest, onDone?: OnDone) => {
      if (busy.includes(latest.current.stage)) return null;
      last.current = { request, onDone };
      try {
        const hash = await submit(deployment, request, enter);
        const outcome = await follow(deployment.client, hash);
        if (!outcome) enter({ stage: 'idle' });
        else if (outcome.problem) enter({ stage: 'failed', hash, problem: outcome.problem });
        else enter({ stage: 'succeeded', hash, receipt: outcome.receipt });
        await refreshState(queries);
        if (!outcome || outcome.problem) return null;
        onDone?.(outcome.receipt);
        return outcome.receipt;
      } catch (error) {
        enter({ stage: 'failed', problem: explain(error) });
        return null;
      }
    },
    [deployment, enter, queries],
  );

  const retry = useCallback(
    async () => (last.current ? send(last.current.request, last.current.onDone) : null),
    [send],
  );
  const reset = useCallback(() => enter({ stage: 'idle' }), [enter]);
  const current = useCallback(() => latest.current, []);
  return { state, current, send, retry, reset };
}

async function submit(
  deployment: Deployment,
  request: WriteRequest,
  enter: (state: TransactionState) => void,
): Promise<Hash> {
  const { address } = walletState();
  if (!address) throw new NoWalletError();
  const call = callOf(deployment.contracts, request);
  enter({ stage: 'preparing' });
  const gas = await prepare(deployment.client, address, call);
  enter({ stage: 'signing' });
  const hash = await sign(deployment.config.chain.id, address, call, gas);
  const { describe, subject = null } = request;
  track({ hash, from: address, call, describe, subject, sentAt: deployment.head.block, nonce: null });
  enter({ stage: 'pending', hash });
  return hash;
}
