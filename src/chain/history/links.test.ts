import { describe, expect, it } from 'vitest';
import { HistoryGapError, previousBlock } from './links.ts';

const event = (block: bigint, previousBlock: bigint) => ({ block, previousBlock });

describe('previousBlock', () => {
  it('is where the only event of a block points', () => {
    expect(previousBlock(40n, [event(40n, 12n)])).toBe(12n);
  });
  it('ends at 0', () => {
    expect(previousBlock(12n, [event(12n, 0n)])).toBe(0n);
  });
  it('is the one way out of a block with several events', () => {
    expect(previousBlock(40n, [event(40n, 12n), event(40n, 40n), event(40n, 40n)])).toBe(12n);
  });
  it('is the same for all events of one bill', () => {
    expect(previousBlock(40n, [event(40n, 12n), event(40n, 12n), event(40n, 40n)])).toBe(12n);
  });
  it('fails when the node shows no event', () => {
    expect(() => previousBlock(40n, [])).toThrow(new HistoryGapError(40n));
  });
  it('fails when the node left out the event that leads on', () => {
    expect(() => previousBlock(40n, [event(40n, 40n)])).toThrow(HistoryGapError);
  });
  it('fails when two events lead out: they are of different histories', () => {
    expect(() => previousBlock(40n, [event(40n, 12n), event(40n, 13n)])).toThrow(HistoryGapError);
  });
});
