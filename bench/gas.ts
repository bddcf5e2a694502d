import { electricityBillingAbi as abi } from '../src/chain/abi.gen.ts';
import { type Board, inHundreds, openBoard, RUPEE, rowsOf, timeIn } from './board.ts';

const sizes = [1, 50, 200] as const;

type BySize = Record<(typeof sizes)[number], number>;

/** Of reading, bill and both: gas of the whole transaction for each row, by rows in a batch. Of a payment: of the whole transaction. */
export type Gas = { reading: BySize; bill: BySize; readingAndBill: BySize; payment: number };

const FIRST_NUMBER = 102_000_020_001n;

/** A group of connections for each size of batch, so that what is measured on one leaves the others as they are. */
const groups = sizes.map((size, i) => {
  const before = sizes.slice(0, i).reduce((sum, each) => sum + each, 0);
  return Array.from({ length: size }, (_, j) => FIRST_NUMBER + BigInt(before + j));
});
const all = groups.flat();

/** Measures the contracts on connections of which two months were read, billed and paid in part. */
export async function measureGas(rpcUrl: string): Promise<{ world: Board; gas: Gas }> {
  const world = await openBoard(rpcUrl, all);
  const { board, holder, billing, send, timeline, pay } = world;
  const payParts = async (month: number) => {
    for (const [i, numbers] of inHundreds(all).entries()) {
      const calls = numbers.map((number) => pay(holder, number, 300n * RUPEE));
      await timeline.block(timeIn(month, 200 + i), calls);
    }
  };

  for (const month of [1, 2]) {
    await send(timeIn(month, 6), billing(board, 'recordReadings', [rowsOf(all, month)]));
    await send(timeIn(month, 34), billing(board, 'issueBills', [all]));
    await payParts(month);
  }
  const reading = await eachGroup((group, i) =>
    send(timeIn(3, 6 + i), billing(board, 'recordReadings', [rowsOf(group, 3)])),
  );
  const bill = await eachGroup((group, i) => send(timeIn(3, 34 + i), billing(board, 'issueBills', [group])));
  await payParts(3);
  const readingAndBill = await eachGroup((group, i) =>
    send(timeIn(4, 6 + i), billing(board, 'recordAndBill', [rowsOf(group, 4)])),
  );
  const payment = Number(await send(timeIn(4, 200), pay(holder, FIRST_NUMBER, 300n * RUPEE)));

  await checkNothingWasSkipped(world);
  return { world, gas: { reading, bill, readingAndBill, payment } };
}

async function eachGroup(measure: (group: bigint[], index: number) => Promise<bigint>): Promise<BySize> {
  const found: [number, number][] = [];
  for (const [i, group] of groups.entries()) {
    found.push([group.length, Math.round(Number(await measure(group, i)) / group.length)]);
  }
  return Object.fromEntries(found) as BySize;
}

/** A skipped row costs less, and would pass for a cheap one. */
async function checkNothingWasSkipped({ client, config }: Board): Promise<void> {
  const connections = await client.readContract({
    address: config.contracts.electricityBilling,
    abi,
    functionName: 'connectionsByNumber',
    args: [all],
  });
  const wrong = connections.find(({ bills, charged, credited }) => bills !== 4 || charged <= credited);
  if (wrong) throw new Error(`Connection ${wrong.number} has ${wrong.bills} bills; it should have 4, paid in part.`);
}
