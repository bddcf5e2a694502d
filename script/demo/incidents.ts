import { keccak256, toHex, zeroAddress } from 'viem';
import { dayOfIsoDate } from '../../src/domain/calendar.ts';
import { estimateOf } from '../../src/domain/estimate.ts';
import type { DemoConnection } from './connections.ts';
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

/** The reader finds a locked door: the board estimates, and the month after trues it up. */
export const ESTIMATED = { monthsLeft: 2, number: 102000014397n };

/** A new meter, which begins at zero. */
export const EXCHANGED = { monthsLeft: 3, number: 102000014348n };

/** A connection becomes prepaid after its next bill. */
const PREPAID = { monthsLeft: 8, number: 102000014470n, holder: 'other-11' } as const;

/** What is under way in the last month: a plan is kept, a dispute is open, a notice given, another agreement proposed. */
const PLAN = { number: 102000014447n, holder: 'other-8', parts: 6, interval: 30 } as const;
const DISPUTE = { number: 102000014413n, holder: 'other-5', reason: 'The house was empty for two weeks.' } as const;
const NOTICE = { number: 102000014439n };
const PROPOSAL = { number: 102000014488n, holder: 'other-12', agreement: 513 } as const;

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
  if (monthsLeft === EXCHANGED.monthsLeft) {
    const wh = readingOf(world, EXCHANGED.number, monthsLeft);
    const args = [EXCHANGED.number, wh, 0, on(6), zeroAddress] as const;
    planned.push({ time: on(6) + 60, call: billing(accounts.board, 'exchangeMeter', args) });
  }
  if (monthsLeft === PREPAID.monthsLeft) {
    const args = [PREPAID.number, 0] as const;
    planned.push({ time: on(10), call: billing(accounts[PREPAID.holder], 'proposeAgreement', args) });
    planned.push({ time: on(11), call: billing(accounts.board, 'acceptAgreement', args) });
  }
  if (monthsLeft === 0) planned.push(...(await underWay(world, on)));
  if (monthsLeft % 3 === 1) {
    const { boardBalance } = await client.readContract({ ...billingContract, functionName: 'totals' });
    const amount = inRupees((boardBalance * 4n) / 5n);
    if (amount > 0n)
      planned.push({ time: on(25), call: billing(accounts.board, 'withdraw', [amount, accounts.board]) });
  }
  return planned;
}

async function underWay(world: World, on: Schedule['on']): Promise<Planned[]> {
  const { accounts, billing, client, billingContract } = world;
  const plan = [PLAN.number, PLAN.parts, PLAN.interval] as const;
  const { bills } = await client.readContract({
    ...billingContract,
    functionName: 'connection',
    args: [DISPUTE.number],
  });
  const dispute = [DISPUTE.number, bills, 100n * RUPEE, keccak256(toHex(DISPUTE.reason))] as const;
  return [
    { time: on(10), call: billing(accounts[PLAN.holder], 'proposePlan', plan) },
    { time: on(12), call: billing(accounts.board, 'acceptPlan', plan) },
    { time: on(16), call: billing(accounts[DISPUTE.holder], 'openDispute', dispute) },
    { time: on(18), call: billing(accounts.board, 'giveNotice', [NOTICE.number]) },
    {
      time: on(20),
      call: billing(accounts[PROPOSAL.holder], 'proposeAgreement', [PROPOSAL.number, PROPOSAL.agreement]),
    },
  ];
}

/** A connection's register in Wh as it is read at the beginning of a month. */
function readingOf({ connections }: World, number: bigint, monthsLeft: number): number {
  const readings = connections.find((connection) => connection.number === number)?.readings ?? [];
  return readings[readings.length - 1 - monthsLeft]?.wh ?? 0;
}

/** The mean of the three months before, as a register in Wh. */
export function estimatedRegister({ readings }: DemoConnection, date: string): number {
  const now = readings.findIndex(({ on }) => on === date);
  const days = readings.map(({ on }) => dayOfIsoDate(on));
  const bills = [now - 1, now - 2, now - 3].map((i) => ({
    opening: BigInt(readings[i - 1]?.wh ?? 0),
    closing: BigInt(readings[i]?.wh ?? 0),
    fromDay: days[i - 1] ?? 0,
    toDay: days[i] ?? 0,
    kind: 'actual' as const,
  }));
  const energy = estimateOf(bills, (days[now] ?? 0) - (days[now - 1] ?? 0)) ?? 0n;
  return (readings[now - 1]?.wh ?? 0) + Number(energy);
}

function inRupees(amount: bigint): bigint {
  return amount - (amount % RUPEE);
}
