import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electricityBillingAbi } from '../../src/chain/abi.gen.ts';
import { dayOfIsoDate, dayOfTimestamp } from '../../src/domain/calendar.ts';
import { computeBill } from '../../src/domain/tariff/bill.ts';
import { parseTariffText } from '../../src/domain/tariff/parse.ts';
import { type Anvil, startAnvil } from '../run/anvil.ts';
import { unusedPort } from '../run/ports.ts';
import { readConnections } from './connections.ts';
import { deployDemo } from './deployDemo.ts';
import { lastReadingDate, timeOf, UTC_OFFSET } from './months.ts';
import { ADVANCE } from './payments.ts';
import { genesisTimeFor, seedDemo } from './seed.ts';
import { connect } from './timeline.ts';

const LONDON = 102000014330n;
const UNIT = 10n ** 12n;
const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

type Demonstration = Awaited<ReturnType<typeof demonstrationAt>>;

/** The demonstration as it is at that time, with everything that happened in it. */
async function demonstrationAt(anvil: Anvil, now: number) {
  const client = connect(anvil.rpcUrl);
  const { contracts } = await deployDemo(anvil.rpcUrl);
  await seedDemo(anvil.rpcUrl, contracts, now);
  const billing = { address: contracts.electricityBilling, abi: electricityBillingAbi } as const;
  await client.mine({ blocks: 1 });
  const events = await client.getContractEvents({ ...billing, fromBlock: 0n, strict: true });
  return {
    block: await client.getBlock(),
    held: await client.getBalance({ address: billing.address }),
    connections: await client.readContract({ ...billing, functionName: 'connections', args: [0n, 100n] }),
    totals: await client.readContract({ ...billing, functionName: 'totals' }),
    names: [...new Set(events.map(({ eventName }) => eventName))],
    bills: events.filter((event) => event.eventName === 'BillIssued').map(({ args }) => args),
    surcharges: events.filter((event) => event.eventName === 'SurchargeCharged').map(({ args }) => args),
    payments: events.filter((event) => event.eventName === 'PaymentReceived').map(({ args }) => args),
    refunds: events.filter((event) => event.eventName === 'AdvanceRefunded').map(({ args }) => args),
    handovers: events.filter((event) => event.eventName === 'HandedOver').map(({ args }) => args),
    withdrawals: events.filter((event) => event.eventName === 'Withdrawn').map(({ args }) => args),
    readingRejections: events.filter((event) => event.eventName === 'ReadingRejected').map(({ args }) => args),
    billRejections: events.filter((event) => event.eventName === 'BillRejected').map(({ args }) => args),
  };
}

const lastDate = (now: number) => dayOfIsoDate(lastReadingDate(now));

describe.each([
  ['now', Math.floor(Date.now() / 1000)],
  ['in the second hour of a month', timeOf(lastReadingDate(Math.floor(Date.now() / 1000)), 1.5)],
])('the demonstration, %s', (_, now) => {
  let anvil: Anvil;
  let demo: Demonstration;
  beforeAll(async () => {
    anvil = await startAnvil(await unusedPort(), genesisTimeFor(now));
    demo = await demonstrationAt(anvil, now);
  });
  afterAll(() => anvil?.stop());

  const of = (number: bigint) => demo.connections.find((connection) => connection.number === number);
  const billsOf = (number: bigint) => demo.bills.filter(({ connection }) => connection === number);

  test("the chain's clock ends at the present, and goes on from there", () => {
    expect(Math.abs(Number(demo.block.timestamp) - Date.now() / 1000)).toBeLessThan(60);
  });

  test('the London home is billed for all it used, up to last month', () => {
    const london = of(LONDON);
    const bills = billsOf(LONDON);
    expect(bills).toHaveLength(27);
    expect(london).toMatchObject({
      bills: 27,
      register: 8_659_209,
      billedRegister: 8_659_209,
      billedDay: lastDate(now),
    });
    expect(bills.map(({ number }) => number)).toEqual(bills.map((_, i) => i + 1));
  });

  test("each of the London home's bills is what the tariff file gives", () => {
    const file = new URL('../../tariffs/apdcl-domestic-a-2023.json', import.meta.url);
    const tariff = parseTariffText(readFileSync(file, 'utf8'));
    expect.assertions(27);
    for (const { fromDay, toDay, opening, closing, loadW, amount } of billsOf(LONDON)) {
      const bill = computeBill(tariff, { energy: BigInt(closing - opening), load: BigInt(loadW), fromDay, toDay });
      expect(amount).toBe(bill.total);
    }
  });

  test('the London home owes part of an overdue bill, and the last one, which is not due yet', () => {
    const london = of(LONDON);
    const [overdue, last] = billsOf(LONDON).slice(-2);
    if (!london || !overdue || !last) throw new Error('Bills are missing');
    const surcharges = demo.surcharges.filter(({ connection, bill }) => connection === LONDON && bill === last.number);
    const owedBefore = london.charged - london.credited - last.amount - sum(surcharges.map(({ amount }) => amount));
    const paidOfOverdue = overdue.amount - owedBefore;
    const today = dayOfTimestamp(now, UTC_OFFSET);
    expect(paidOfOverdue).toBe((overdue.amount / 3_000_000n) * 1_000_000n);
    expect(overdue.dueDay).toBeLessThan(lastDate(now));
    expect(last.dueDay).toBeGreaterThan(today);
    expect(last.dueDay).toBeLessThanOrEqual(today + 15);
  });

  test('the London home paid once in advance', () => {
    const advances = demo.payments.filter(({ connection, amount }) => connection === LONDON && amount === ADVANCE);
    expect(advances).toHaveLength(1);
  });

  test('the totals are the sums over all connections, and the money is there', () => {
    const refunded = sum(demo.refunds.map(({ amount }) => amount));
    const withdrawn = sum(demo.withdrawals.map(({ amount }) => amount));
    const credited = sum(demo.connections.map((connection) => connection.credited));
    expect(demo.totals.connections).toBe(25n);
    expect(demo.totals.billed).toBe(sum(demo.connections.map((connection) => connection.charged)) - refunded);
    expect(demo.totals.billedWh).toBe(sum(demo.connections.map((connection) => BigInt(connection.billedRegister))));
    expect(demo.totals.boardBalance).toBe(demo.totals.collected - withdrawn);
    expect(demo.held).toBe((credited - refunded - withdrawn) * UNIT);
  });

  test('something of everything happened', () => {
    expect(demo.refunds).toHaveLength(1);
    expect(demo.handovers).toHaveLength(1);
    expect(demo.withdrawals.length).toBeGreaterThan(5);
    expect(demo.payments.some(({ payer, connection }) => payer !== of(connection)?.holder)).toBe(true);
    const inArrears = demo.connections.filter(({ charged, credited }) => charged > credited);
    expect(inArrears.length).toBeGreaterThan(4);
    expect(new Set(demo.connections.map(({ agreement }) => agreement))).toEqual(new Set([513, 514, 515, 518, 524, 0]));
    expect(demo.names).toEqual(
      expect.arrayContaining([
        ...['SurchargeCharged', 'SpanBilled', 'MeterExchanged', 'AgreementAccepted', 'AgreementProposed'],
        ...['PlanAgreed', 'DisputeOpened', 'NoticeGiven'],
      ]),
    );
  });

  test('an estimate was trued up, and an exchanged meter lost nothing', () => {
    const estimated = billsOf(102000014397n).filter(({ kind }) => kind === 1);
    expect(estimated).toHaveLength(1);
    for (const number of [102000014397n, 102000014348n]) {
      const last = readConnections()
        .find((connection) => connection.number === number)
        ?.readings.at(-1);
      expect(of(number)).toMatchObject({ register: last?.wh, billedRegister: last?.wh });
    }
  });

  test('only the rows that were meant to be refused were', () => {
    expect(demo.readingRejections.map(({ connection }) => connection)).toEqual([102000014405n, 102000014553n]);
    expect(demo.billRejections).toEqual([]);
  });

  test('the board finds three bills to issue and two readings to record', () => {
    for (const { number, left_to_do } of readConnections()) {
      const connection = of(number);
      const isRead = connection && dayOfTimestamp(connection.readAt, UTC_OFFSET) === lastDate(now);
      if (left_to_do !== '') expect(connection?.billedDay).toBeLessThan(lastDate(now));
      expect(isRead).toBe(left_to_do === '' || left_to_do === 'bill');
    }
  });
});
