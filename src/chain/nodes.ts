import { createTransport, type EIP1193RequestFn, http, type Transport } from 'viem';

/** All nodes of a chain as one: each can also be asked by itself. */
export type NodesTransport = Transport<'nodes', { each: readonly EIP1193RequestFn[] }>;

/** How long a node may take while there is another one to ask. */
const patience = 4000;

/** How often the nodes' heads are compared. */
const comparingInterval = 15_000;

/** Nodes are never asked at quite the same moment, so one block ahead says nothing. */
const clearlyAhead = 2;

/**
 * Asks one node, and the next one when it doesn't answer; who answered last is asked first from then on. A node may also answer but be cut off from
 * the others or be behind, so along with the requests their heads are compared from time to time, and the one that is clearly ahead is taken.
 * What is asked at the same time goes in one request.
 */
export function nodes(urls: readonly string[]): NodesTransport {
  return ({ chain }) => {
    const all = urls.map((url) => {
      const batch = { batchSize: 100 };
      const patient = http(url, { batch, retryCount: 1, timeout: 10_000 })({ chain }).request;
      const quick = http(url, { batch, retryCount: 0, timeout: patience })({ chain }).request;
      return { patient, quick };
    });
    let preferred = 0;
    let comparedAt = Number.NEGATIVE_INFINITY;

    const compare = async () => {
      const heads = await Promise.all(all.map(({ quick }) => headOf(quick)));
      const headAt = (node: number) => heads[node] ?? 0;
      const best = heads.indexOf(Math.max(...heads));
      if (headAt(best) >= headAt(preferred) + clearlyAhead) preferred = best;
    };

    return createTransport(
      {
        key: 'nodes',
        name: 'Nodes',
        type: 'nodes',
        retryCount: 0,
        request: async (asked) => {
          if (all.length > 1 && performance.now() - comparedAt > comparingInterval) {
            comparedAt = performance.now();
            void compare();
          }
          const first = preferred;
          for (let tried = 1; ; tried++) {
            const node = (first + tried - 1) % all.length;
            const isLast = tried === all.length;
            try {
              const answer = await all[node]?.[isLast ? 'patient' : 'quick'](asked as never);
              if (tried > 1) preferred = node;
              return answer as never;
            } catch (error) {
              if (isLast || !isSilence(error as Error)) throw error;
            }
          }
        },
      },
      { each: all.map(({ quick }) => quick) },
    );
  };
}

/** A node's latest block; 0 when it doesn't answer. */
function headOf(ask: EIP1193RequestFn): Promise<number> {
  return ask({ method: 'eth_blockNumber' }).then(Number, () => 0);
}

/** Whether a node has not answered. That it refuses what was asked is an answer. */
function isSilence({ name }: Error): boolean {
  return name === 'HttpRequestError' || name === 'TimeoutError';
}
