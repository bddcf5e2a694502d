/** An event as far as the chain of events goes. The registration, its end, links to block 0. */
export interface Linked {
  block: bigint;
  previousBlock: bigint;
}

/** The node left out events that must be there: the history can't be shown whole. */
export class HistoryGapError extends Error {
  override readonly name = 'HistoryGapError';
  readonly block: bigint;

  constructor(block: bigint) {
    super(`Block ${block} must hold an event of this history, and the node shows none`);
    this.block = block;
  }
}

/**
 * The block before `block` in a chain of linked events, 0 at its end, from all events of the chain in `block`.
 * Events of one block link among themselves, or those of one bill all to the same block: there is one way out of it.
 * @throws HistoryGapError when that one is missing.
 */
export function previousBlock(block: bigint, events: readonly Linked[]): bigint {
  const out = events.map((event) => event.previousBlock).filter((previous) => previous < block);
  const [previous, ...others] = new Set(out);
  if (previous === undefined || others.length > 0) throw new HistoryGapError(block);
  return previous;
}
