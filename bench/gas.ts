import { parseEther } from 'viem';
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

/** Measures the contracts on connections of which two months were read, billed and paid. Arrears would make the next bill another one, with a surcharge. */
export async function measureGas(rpcUrl: string): Promise<{ world: Board; gas: Gas }> {
  const world = await openBoard(rpcUrl, all);
  const { board, holder, billing, send, timeline, pay } = world;
  await world.client.setBalance({ address: holder, value: parseEther('10000000') });
  const payAll = async (month: number) => {
    for (const [i, connections] of inHundreds(await connectionsOf(world)).entries()) {
      const calls = connections.map(({ number, charged, credited }) => pay(holder, number, charged - credited));
      await timeline.block(timeIn(month, 200 + i), calls);
    }
  };

  for (const month of [1, 2]) {
    await send(timeIn(month, 6), billing(board, 'recordReadings', [rowsOf(all, month)]));
    await send(timeIn(month, 34), billing(board, 'issueBills', [all]));
    await payAll(month);
  }
  const reading = await eachGroup((group, i) =>
    send(timeIn(3, 6 + i), billing(board, 'recordReadings', [rowsOf(group, 3)])),
  );
  const bill = await eachGroup((group, i) => send(timeIn(3, 34 + i), billing(board, 'issueBills', [group])));
  await payAll(3);
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

function connectionsOf({ client, config }: Board) {
  const address = config.contracts.electricityBilling;
  return client.readContract({ address, abi, functionName: 'connectionsByNumber', args: [all] });
}

/** A skipped row costs less, and would pass for a cheap one. */
async function checkNothingWasSkipped(world: Board): Promise<void> {
  const connections = await connectionsOf(world);
  const wrong = connections.find(({ bills, charged, credited }) => bills !== 4 || charged <= credited);
  if (wrong)
    throw new Error(`Connection ${wrong.number} has ${wrong.bills} bills; it should have 4, the last not paid yet.`);
}
