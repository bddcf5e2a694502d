import type { Words } from '../../messages/words.ts';
import { explainPayment } from '../asset/explainPayment.ts';
import type { ChainClient } from '../client.ts';
import type { Deployment } from '../deployment.ts';
import { simulate } from './prepare.ts';
import { type Outcome, type Sent, subscribeTransactions, type Tracked, trackedTransactions, update } from './store.ts';
import { type Fate, lookAt, standingOf } from './watch.ts';

type Chain = Pick<Deployment, 'client' | 'config'>;

/** Milliseconds between two looks at one that is pending, and at one that is in a block. */
const pendingInterval = 1000;
const blockInterval = 4000;

/** Looks in a row at which no node knows it until it counts as lost: half a minute of answers. */
const looksUntilLost = 30;

const watched = new Set<Sent['hash']>();

/**
 * Follows a sent transaction until it is settled, through failures of the network. Goes on after that until the outcome is final, which the store
 * tells. Null when it was dismissed meanwhile.
 */
export function follow(chain: Chain, hash: Sent['hash']): Promise<Outcome | null> {
  if (!watched.has(hash)) watch(chain, hash);
  return new Promise((resolve) => {
    const look = () => {
      const sent = found(hash);
      if (sent && !sent.outcome) return;
      unsubscribe();
      resolve(sent?.outcome ?? null);
    };
    const unsubscribe = subscribeTransactions(look);
    look();
  });
}

/** A reorganisation of the chain may take its block away; then it is pending again, and may end in another way. */
async function watch(chain: Chain, hash: Sent['hash']): Promise<void> {
  watched.add(hash);
  for (;;) {
    const outcome = await settled(chain, hash);
    if (!outcome?.receipt || found(hash)?.isFinal) break;
    const standing = await standingOf(chain.client, outcome.receipt, chain.config.confirmations).catch(() => 'in');
    if (standing === 'final') update(hash, { isFinal: true });
    else if (standing === 'out') update(hash, { outcome: null, fellOut: true, isHidden: false });
    else await pause(blockInterval);
  }
  watched.delete(hash);
}

async function settled(chain: Chain, hash: Sent['hash']): Promise<Outcome | null> {
  for (let unknown = 0; ; await pause(pendingInterval)) {
    const sent = found(hash);
    if (!sent) return null;
    if (sent.outcome) return sent.outcome;
    const look = await lookAt(chain.client, sent, (nonce) => update(hash, { nonce })).catch(() => null);
    if (look?.kind === 'unknown') unknown += 1;
    else if (look?.kind === 'pending') unknown = 0;
    else if (look) return settle(chain, sent, await outcomeOf(chain.client, sent, look));
    if (unknown === looksUntilLost) return settle(chain, sent, { receipt: null, problem: { key: 'transaction.lost' } });
  }
}

function settle({ config }: Chain, { hash }: Sent, outcome: Outcome): Outcome {
  update(hash, { outcome, fellOut: false, isFinal: !outcome.receipt || config.confirmations === 0 });
  return outcome;
}

function found(hash: Sent['hash']): Tracked | undefined {
  return trackedTransactions().find((one) => one.hash === hash);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function outcomeOf(client: ChainClient, sent: Sent, fate: Fate): Promise<Outcome> {
  if (fate.kind === 'gone') return { receipt: null, problem: { key: 'transaction.gone' } };
  const { receipt } = fate;
  if (fate.kind !== 'mined') return { receipt, problem: { key: `transaction.${fate.kind}` } };
  if (receipt.status === 'success') return { receipt, problem: null };
  return { receipt, problem: await reasonOf(client, sent, receipt.blockNumber) };
}

/** A receipt doesn't say why: the same call at that block does, as long as the reason is still there. */
async function reasonOf(client: ChainClient, sent: Sent, blockNumber: bigint): Promise<Words> {
  return simulate(client, sent.from, sent.call, blockNumber).then(
    (): Words => ({ key: 'transaction.reverted' }),
    (error: unknown) => ({ key: 'transaction.revertedBecause', values: { reason: explainPayment(error) } }),
  );
}
