import type { Words } from '../../messages/words.ts';
import { explainPayment } from '../asset/explainPayment.ts';
import type { ChainClient } from '../client.ts';
import { simulate } from './prepare.ts';
import { type Outcome, type Sent, type Tracked, trackedTransactions, update } from './store.ts';
import { type Fate, fateOf } from './watch.ts';

const pollingInterval = 1000;

/** Follows a sent transaction until it is settled, through failures of the network. Null when it was dismissed meanwhile. */
export async function follow(client: ChainClient, hash: Sent['hash']): Promise<Outcome | null> {
  for (;;) {
    const sent = trackedTransactions().find((one) => one.hash === hash);
    if (!sent) return null;
    if (sent.outcome) return sent.outcome;
    const fate = await fateOf(client, sent, (nonce) => update(hash, { nonce })).catch(() => null);
    if (fate) return settle(client, sent, fate);
    await new Promise((resolve) => setTimeout(resolve, pollingInterval));
  }
}

async function settle(client: ChainClient, sent: Tracked, fate: Fate): Promise<Outcome> {
  const outcome = await outcomeOf(client, sent, fate);
  update(sent.hash, { outcome });
  return outcome;
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
