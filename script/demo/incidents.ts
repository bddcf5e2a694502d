import type { Schedule } from './schedule.ts';
import type { Call } from './timeline.ts';
import type { World } from './world.ts';

/** Something to send at a time of the chain's clock. */
export type Planned = { time: number; call: Call };

/** A reader leaves out a digit: the row is refused, and the right one goes through with the same batch. */
export const MISREAD = { monthsLeft: 4, number: 102000014405n };

/** Another wallet pays the bill of this connection. */
export const PAID_BY_OTHER = { monthsLeft: 12, number: 102000014397n, payer: 'family' } as const;

/** A connection changes hands. */
const HANDOVER = { monthsLeft: 5, number: 102000014389n, from: 'other-2', to: 'other-21' } as const;

/** A consumer takes back half of an advance. */
const REFUND = { monthsLeft: 6, number: 102000014462n, holder: 'other-10' } as const;

const RUPEE = 1_000_000n;

/** What happens once, and what the treasurer does every three months. */
export async function incidents(world: World, { on }: Schedule, monthsLeft: number): Promise<Planned[]> {
  const { accounts, billing, client, billingContract } = world;
  const planned: Planned[] = [];
  if (monthsLeft === HANDOVER.monthsLeft) {
    const { number, from, to } = HANDOVER;
    planned.push({ time: on(10), call: billing(accounts[from], 'offerHandover', [number, accounts[to]]) });
    planned.push({ time: on(11), call: billing(accounts[to], 'acceptHandover', [number]) });
  }
  if (monthsLeft === REFUND.monthsLeft) {
    const { number, holder } = REFUND;
    const { charged, credited } = await client.readContract({
      ...billingContract,
      functionName: 'connection',
      args: [number],
    });
    planned.push({
      time: on(18),
      call: billing(accounts[holder], 'refundAdvance', [number, inRupees((credited - charged) / 2n)]),
    });
  }
  if (monthsLeft % 3 === 1) {
    const { boardBalance } = await client.readContract({ ...billingContract, functionName: 'totals' });
    const amount = inRupees((boardBalance * 4n) / 5n);
    if (amount > 0n)
      planned.push({ time: on(25), call: billing(accounts.board, 'withdraw', [amount, accounts.board]) });
  }
  return planned;
}

function inRupees(amount: bigint): bigint {
  return amount - (amount % RUPEE);
}
