import type { DemoConnection } from './connections.ts';
import {
  ESTIMATED,
  EXCHANGED,
  estimatedRegister,
  incidents,
  MISREAD,
  PAID_BY_OTHER,
  type Planned,
} from './incidents.ts';
import { timeOf } from './months.ts';
import { plannedPayments } from './payments.ts';
import { revertOf } from './revert.ts';
import { type Schedule, scheduleOf, scheduleOfLast } from './schedule.ts';
import type { World } from './world.ts';

/**
 * One month: all meters are read on its first day, those that are due are billed on the second, and consumers pay.
 * @param date Its first day.
 * @param monthsLeft How many months follow.
 * @param registrations What else is to be sent before the next month.
 */
export async function runMonth(
  world: World,
  date: string,
  monthsLeft: number,
  registrations: Planned[],
): Promise<void> {
  const { timeline, accounts, billing, now } = world;
  const schedule = monthsLeft === 0 ? scheduleOfLast(date, now) : scheduleOf(date);
  const known = world.connections.filter(({ readings: [first] }) => first && first.on < date);

  const rows = known.flatMap((connection) => rowsOf(connection, date, monthsLeft));
  const estimates = known.filter(({ number }) => number === ESTIMATED.number && monthsLeft === ESTIMATED.monthsLeft);
  await timeline.block(schedule.recordedAt, [
    billing(accounts['meter-reader'], 'recordReadings', [rows]),
    ...estimates.map((connection) => {
      const args = [connection.number, estimatedRegister(connection, date), timeOf(date)] as const;
      return billing(accounts.board, 'estimateReading', args);
    }),
  ]);

  const toBill = known.filter(({ left_to_do }) => monthsLeft > 0 || left_to_do === '');
  const due = await dueAmong(world, toBill);
  await timeline.block(schedule.billedAt, [billing(accounts.board, 'issueBills', [[...due.keys()]])]);

  const paid = await paymentsFor(world, known, due, schedule, monthsLeft);
  await sendInOrder(world, [...paid, ...(await incidents(world, schedule, monthsLeft)), ...registrations]);
}

/** Sends what is planned for one time in one block. */
export async function sendInOrder({ timeline }: World, planned: Planned[]): Promise<void> {
  const times = [...new Set(planned.map(({ time }) => time))].sort((a, b) => a - b);
  for (const time of times) {
    await timeline.block(
      time,
      planned.filter((item) => item.time === time).map(({ call }) => call),
    );
  }
}

/** The connection's rows of the reader's batch: connection, register in Wh and time, as recordReadings packs them. */
function rowsOf({ number, readings, left_to_do }: DemoConnection, date: string, monthsLeft: number): bigint[] {
  const reading = readings.find(({ on }) => on === date);
  if (!reading) return [];
  if (number === ESTIMATED.number && monthsLeft === ESTIMATED.monthsLeft) return [];
  const isExchanged = number === EXCHANGED.number && monthsLeft < EXCHANGED.monthsLeft;
  const start = isExchanged ? (readings[readings.length - 1 - EXCHANGED.monthsLeft]?.wh ?? 0) : 0;
  const pack = (wh: number) => number | (BigInt(wh - start) << 64n) | (BigInt(timeOf(date)) << 112n);
  const right = pack(reading.wh);
  const withoutLastDigit = pack(Math.floor(reading.wh / 10));
  if (monthsLeft === 0 && left_to_do === 'read') return [];
  if (monthsLeft === 0 && left_to_do === 're-read') return [withoutLastDigit];
  if (monthsLeft === MISREAD.monthsLeft && number === MISREAD.number) return [withoutLastDigit, right];
  return [right];
}

/** Which of them the contract would bill now, and for how much. Whose agreed period isn't over waits. */
async function dueAmong(world: World, connections: DemoConnection[]): Promise<Map<bigint, bigint>> {
  const amounts = await Promise.all(connections.map(({ number }) => amountDue(world, number)));
  return new Map(connections.flatMap(({ number }, i) => (amounts[i] === undefined ? [] : [[number, amounts[i]]])));
}

async function amountDue({ client, accounts, billingContract }: World, number: bigint): Promise<bigint | undefined> {
  const call = { ...billingContract, account: accounts.board, functionName: 'issueBill', args: [number] } as const;
  try {
    return (await client.simulateContract(call)).result;
  } catch (error) {
    if (revertOf(error)?.name === 'PeriodNotOver') return undefined;
    throw error;
  }
}

async function paymentsFor(
  { client, accounts, billing, billingContract, unit }: World,
  connections: DemoConnection[],
  billed: Map<bigint, bigint>,
  { on }: Schedule,
  monthsLeft: number,
): Promise<Planned[]> {
  const numbers = connections.map(({ number }) => number);
  const states = await client.readContract({
    ...billingContract,
    functionName: 'connectionsByNumber',
    args: [numbers],
  });
  return states.flatMap(({ number, holder, charged, credited }, i) => {
    const month = { monthsLeft, owed: charged - credited, billed: billed.get(number) ?? 0n };
    const byOther = monthsLeft === PAID_BY_OTHER.monthsLeft && number === PAID_BY_OTHER.number;
    const payer = byOther ? accounts[PAID_BY_OTHER.payer] : holder;
    return plannedPayments(connections[i]?.pays ?? 'whole', month).map(({ day, amount }) => ({
      time: on(day),
      call: billing(payer, 'pay', [number, amount], amount * unit),
    }));
  });
}
