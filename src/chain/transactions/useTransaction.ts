import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Address, Hash, TransactionReceipt } from 'viem';
import type { Words } from '../../messages/words.ts';
import { explainPayment } from '../asset/explainPayment.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { refreshState } from '../head.ts';
import { walletState } from '../wallet/store.ts';
import { NoWalletError } from './errors.ts';
import { follow } from './follow.ts';
import { lostBefore } from './lost.ts';
import { prepare } from './prepare.ts';
import { type Call, callOf, type WriteRequest } from './request.ts';
import { sign } from './sign.ts';
import { dismiss, type Outcome, type Tracked, track } from './store.ts';
import { useTrackedTransactions } from './useTracked.ts';

/** Preparing: tried on the chain; signing: the wallet asks the user; pending: sent, not mined. */
export interface TransactionState {
  stage: 'idle' | 'preparing' | 'signing' | 'pending' | 'succeeded' | 'failed';
  /** What is being done, where it takes several steps. */
  step?: Words | undefined;
  hash?: Hash | undefined;
  receipt?: TransactionReceipt;
  problem?: Words;
  /** It succeeded, and that can't change any more. */
  isFinal?: boolean;
  /** It had succeeded, but its block is not on the chain any more: it is pending again, or has failed. */
  fellOut?: boolean;
}

type OnDone = (receipt: TransactionReceipt) => void;

export interface TransactionFlow {
  state: TransactionState;
  /** The state in which the last `send` is or ended, ahead of the next render. */
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
        const outcome = await carryOut(deployment, request, enter);
        const { hash } = latest.current;
        if (!outcome) enter({ stage: 'idle' });
        else if (outcome.problem) enter({ stage: 'failed', hash, problem: outcome.problem });
        else enter({ stage: 'succeeded', hash, receipt: outcome.receipt });
        await refreshState(queries);
        if (!outcome || outcome.problem) return null;
        onDone?.(outcome.receipt);
        return outcome.receipt;
      } catch (error) {
        enter({ stage: 'failed', problem: explainPayment(error) });
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
  const tracked = useTrackedTransactions().find(({ hash }) => hash === state.hash);
  return { state: stateSince(state, tracked), current, send, retry, reset };
}

/** What has become of a settled transaction since. What is not tracked any more is final. */
function stateSince(state: TransactionState, tracked: Tracked | undefined): TransactionState {
  const { stage, hash } = state;
  if (stage !== 'succeeded' && stage !== 'failed') return state;
  if (!tracked) return { ...state, isFinal: true };
  const { outcome, isFinal } = tracked;
  if (!outcome) return { stage: 'pending', hash, fellOut: true };
  if (outcome.problem) return { stage: 'failed', hash, problem: outcome.problem, fellOut: stage === 'succeeded' };
  return { stage: 'succeeded', hash, receipt: outcome.receipt, isFinal };
}

type Enter = (state: TransactionState) => void;

/** Sends a request, after what must come before it. Null when that, or it, was dismissed. */
async function carryOut(deployment: Deployment, request: WriteRequest, enter: Enter): Promise<Outcome | null> {
  const { address } = walletState();
  if (!address) throw new NoWalletError();
  const run = (call: Call, about: About) => runCall(deployment, address, call, about, enter);
  const { asset } = deployment.facts;
  if (!asset || !request.value) return run(callOf(deployment, request), request);

  enter({ stage: 'preparing' });
  const { subject } = request;
  const { allow } = await import('../asset/allow.ts');
  const allowed = await allow({
    deployment,
    account: address,
    request,
    token: asset,
    onAsk: (step) => enter({ stage: 'signing', step }),
    send: (call, describe, step) => run(call, { describe, subject, step }),
  });
  if ('stopped' in allowed) return allowed.stopped;
  return run(callOf(deployment, allowed.request), { ...allowed.request, step: allowed.step });
}

type About = Pick<WriteRequest, 'describe'> & { subject?: string | undefined; step?: Words | undefined };

/** Tries one call, has it signed, and waits until it is settled. */
async function runCall(
  deployment: Deployment,
  from: Address,
  call: Call,
  { describe, subject, step }: About,
  enter: Enter,
): Promise<Outcome | null> {
  enter({ stage: 'preparing', step });
  const gas = await prepare(deployment.client, from, call);
  enter({ stage: 'signing', step });
  const lost = await lostBefore(deployment.client, from, call);
  const hash = await sign(deployment.config.chain.id, from, call, gas, lost?.nonce);
  if (lost) dismiss(lost.hash);
  track({ hash, from, call, describe, subject: subject ?? null, sentAt: deployment.head.block, nonce: null });
  enter({ stage: 'pending', hash, step });
  return follow(deployment, hash);
}
