import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Address, type Hex, toHex } from 'viem';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepaidUnitsAbi, tariffBookAbi } from '../src/chain/abi.gen.ts';
import { tariffs, usages, versionedUsages } from '../src/domain/tariff/arbitrary.ts';
import { type Bill, computeBill, computeSplitBill } from '../src/domain/tariff/bill.ts';
import { decodeTariff } from '../src/domain/tariff/decode.ts';
import { encodeTariff } from '../src/domain/tariff/encode.ts';
import { TariffError, UsageError } from '../src/domain/tariff/errors.ts';
import type { Tariff } from '../src/domain/tariff/model.ts';
import { type Purchase, unitsFor } from '../src/domain/tariff/prepaid.ts';
import { revertOf } from './demo/revert.ts';
import { connect } from './demo/timeline.ts';
import { type Anvil, startAnvil } from './run/anvil.ts';
import { unusedPort } from './run/ports.ts';
import { contractUsage } from './tariff/contractSide.ts';

// The contract's tariff engine and the browser's were written apart, from the format alone. Here they have to agree to the millionth.

/** ENGINE_RUNS=20000 npx vitest run script/engines.test.ts searches for longer. */
const RUNS = Number(process.env.ENGINE_RUNS ?? 300);
/** Of cases that are published. Anvil becomes slower with every block. */
const PUBLISHED_RUNS = Math.min(Math.ceil(RUNS / 3), 1500);
const TIMEOUT = 120_000 + RUNS * 100;
/** Ends the search for a smaller example in time to report it. */
const limits = { interruptAfterTimeLimit: TIMEOUT - 10_000, markInterruptAsFailure: true };

/** Before the first day of a random period, so that every version can start in the future. */
const GENESIS_DAY = 18_260;

let anvil: Anvil;
let client: ReturnType<typeof connect>;
let book: { address: Address; abi: typeof tariffBookAbi };
let account: Address;
let prepaid: Address;
let categories = 0;

beforeAll(async () => {
  anvil = await startAnvil(await unusedPort(), GENESIS_DAY * 86_400, true);
  client = connect(anvil.rpcUrl);
  account = (await client.getAddresses())[0] as Address;
  book = { address: await deploy('TariffBook', [account, 0, toHex('INR'), 0, 0]), abi: tariffBookAbi };
  prepaid = await deploy('PrepaidUnits', [book.address]);
  const officer = await client.readContract({ ...book, functionName: 'TARIFF_OFFICER_ROLE' });
  await write({ functionName: 'grantRole', args: [officer, account] });
});
afterAll(() => anvil?.stop());

async function deploy(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = JSON.parse(
    readFileSync(new URL(`../out/${name}.sol/${name}.json`, import.meta.url), 'utf8'),
  );
  const hash = await client.deployContract({ abi, bytecode: bytecode.object as Hex, args, account, chain: null });
  const { contractAddress } = await client.waitForTransactionReceipt({ hash, pollingInterval: 10 });
  return contractAddress as Address;
}

async function write(call: { functionName: 'grantRole' | 'publish'; args: readonly unknown[] }) {
  const hash = await client.writeContract({ ...book, ...call, account, chain: null, gas: 20_000_000n } as never);
  const { status } = await client.waitForTransactionReceipt({ hash, pollingInterval: 5 });
  expect(status).toBe('success');
}

/** What both engines say of a bill: what is printed, or why there is none. */
type Answer = { items: readonly { id: string; amount: bigint }[]; total: bigint; carried: bigint } | string;

async function contractsAnswer(quote: () => Promise<Answer>): Promise<Answer> {
  return quote().catch(revertName);
}

function revertName(error: unknown): string {
  const revert = revertOf(error);
  if (!revert) throw error;
  return revert.name;
}

function browsersAnswer(compute: () => Bill): Answer {
  try {
    const { items, total, carried } = compute();
    return {
      items: items.filter(({ printed }) => printed).map(({ id, amount }) => ({ id, amount })),
      total,
      carried,
    };
  } catch (error) {
    if (error instanceof UsageError && error.reason === 'aboveLastBand') return 'AboveLastBand';
    throw error;
  }
}

const programOf = (tariff: Tariff) => toHex(encodeTariff(tariff));

async function publish(versions: { fromDay: number; tariff: Tariff }[]): Promise<number> {
  categories += 1;
  for (const { fromDay, tariff } of versions) {
    await write({ functionName: 'publish', args: [categories, fromDay, programOf(tariff)] });
  }
  return categories;
}

test('a bill under one tariff', { timeout: TIMEOUT }, async () => {
  const cases = tariffs.chain((tariff) => usages(tariff).map((usage) => ({ tariff, usage })));
  const property = fc.asyncProperty(cases, async ({ tariff, usage }) => {
    const args = [programOf(tariff), contractUsage(tariff, usage)] as const;
    const answer = await contractsAnswer(() => client.readContract({ ...book, functionName: 'preview', args }));
    expect(answer).toEqual(browsersAnswer(() => computeBill(tariff, usage)));
  });
  await fc.assert(property, { numRuns: RUNS, ...limits });
});

test('a bill over a change of tariff', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(versionedUsages, async ({ versions, usage }) => {
    const category = await publish(versions);
    const last = versions.at(-1)?.tariff as Tariff;
    const args = [category, contractUsage(last, usage)] as const;
    const answer = await contractsAnswer(() => client.readContract({ ...book, functionName: 'quote', args }));
    expect(answer).toEqual(browsersAnswer(() => computeSplitBill(versions, usage)));
  });
  await fc.assert(property, { numRuns: PUBLISHED_RUNS, ...limits });
});

test('the rows of a billing run', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(versionedUsages, fc.bigInt(0n, 3_000_000n), async ({ versions, usage }, other) => {
    const category = await publish(versions);
    const { fromDay, toDay, load = 0n } = usage;
    const energies = [usage.energy, other, usage.energy];
    const tariffAndDays = (BigInt(toDay) << 192n) | (BigInt(category) << 176n) | (BigInt(fromDay) << 128n);
    const args = [energies.map((energy) => tariffAndDays | (load << 144n) | energy)] as const;
    const results = await client.readContract({ ...book, functionName: 'totals', args });
    const { dueDays } = versions.at(-1)?.tariff as Tariff;
    const expected = energies.map((energy) => {
      const answer = browsersAnswer(() => computeSplitBill(versions, { energy, load, fromDay, toDay }));
      if (typeof answer === 'string' || answer.total < 0n || answer.total >= 2n ** 64n) return 2n ** 256n - 1n;
      return (BigInt(dueDays) << 80n) | (BigInt(versions.length) << 64n) | answer.total;
    });
    expect(results).toEqual(expected);
  });
  await fc.assert(property, { numRuns: PUBLISHED_RUNS, ...limits });
});

/** Prices rise with consumption in most of them; where they fall, both have to say so. */
const payments = tariffs.chain((tariff) => {
  const charges = tariff.charges.map((charge) =>
    charge.kind === 'subtotal' ? charge : { ...charge, negative: charge.negative && tariff.dueDays % 4 === 0 },
  );
  return fc.record({
    tariff: fc.constant({ ...tariff, charges }),
    amount: fc.oneof(fc.bigInt(0n, 100_000_000_000n), fc.bigInt(0n, 2n ** 64n - 1n)),
    already: fc.oneof(
      fc.bigInt(0n, 1_200_000n),
      fc.bigInt(0n, 1200n).map((kWh) => kWh * 1000n),
    ),
  });
});

const reasons = {
  aboveLastBand: 'AboveLastBand',
  belowDeductions: 'BelowDeductions',
  freeEnergy: 'FreeEnergy',
  fallingPrice: 'FallingPrice',
} as Record<string, string>;

function boughtInBrowser(buy: () => Purchase): unknown {
  try {
    const { units, left, deductions } = buy();
    return { wh: units, left, deductions: deductions.map(({ amount }) => amount) };
  } catch (error) {
    if (error instanceof UsageError && reasons[error.reason]) return reasons[error.reason];
    throw error;
  }
}

test('what a payment buys', { timeout: TIMEOUT }, async () => {
  const property = fc.asyncProperty(payments, async ({ tariff, amount, already }) => {
    const call = { address: prepaid, abi: prepaidUnitsAbi, functionName: 'preview' } as const;
    const bought = client.readContract({ ...call, args: [programOf(tariff), amount, already] });
    const answer = await bought.catch(revertName);
    // Percentages of percentages, six deep: the contract says that it can't, and does not guess.
    if (answer === 'TooLarge') expect(nesting(tariff)).toBeGreaterThan(5);
    else expect(answer).toEqual(boughtInBrowser(() => unitsFor(tariff, amount, already)));
  });
  await fc.assert(property, { numRuns: RUNS, ...limits });
});

/** How many percentages are taken of each other at most. */
function nesting({ charges }: Tariff): number {
  const depths = new Map<string, number>();
  for (const charge of charges) {
    const named = charge.kind === 'percent' || charge.kind === 'subtotal' ? charge.of : [];
    const below = Math.max(0, ...named.map(({ id }) => depths.get(id) ?? 0));
    depths.set(charge.id, below + (charge.kind === 'percent' ? 1 : 0));
  }
  return Math.max(...depths.values());
}

/** A program with one or two bytes changed: of its numeric part, or of an id. What labels and titles say is not looked at. */
const mutants = tariffs.chain((tariff) => {
  const bytes = encodeTariff(tariff);
  const numericLength = (bytes[15] as number) * 256 + (bytes[16] as number);
  const letter = fc.constantFrom(...'019-_azZ').map((text) => text.charCodeAt(0));
  const change = fc.oneof(
    { arbitrary: fc.tuple(fc.nat(numericLength - 1), fc.oneof(fc.nat(255), fc.nat(7))), weight: 3 },
    { arbitrary: fc.tuple(fc.constantFrom(...idBytes(bytes, numericLength)), letter), weight: 1 },
  );
  return fc
    .array(change, { minLength: 1, maxLength: 2 })
    .map((changes) => changes.reduce((mutant, [offset, value]) => mutant.with(offset, value), bytes));
});

/** Where the ids of a program stand: its own, those of adjustments, and each before the label of a charge or deduction. */
function idBytes(bytes: Uint8Array, start: number): number[] {
  const [, adjustments = 0] = bytes;
  const offsets: number[] = [];
  for (let offset = start, text = 0; offset < bytes.length; text += 1) {
    const length = (bytes[offset] as number) * 256 + (bytes[offset + 1] as number);
    const isId = text === 0 || (text > 2 && (text - 3 < adjustments || (text - 3 - adjustments) % 2 === 0));
    if (isId) offsets.push(...Array.from({ length }, (_, index) => offset + 2 + index));
    offset += 2 + length;
  }
  return offsets;
}

test('what is refused as a program', { timeout: TIMEOUT }, async () => {
  const usage = { wh: 0n, loadW: 1, fromDay: 19_000, toDay: 19_001, carried: 0n, adjustments: [] };
  const property = fc.asyncProperty(mutants, async (bytes) => {
    const args = [toHex(bytes), usage] as const;
    const answer = await contractsAnswer(() => client.readContract({ ...book, functionName: 'preview', args }));
    expect(answer === 'BadProgram' ? 'refused' : 'accepted').toBe(isAccepted(bytes) ? 'accepted' : 'refused');
  });
  await fc.assert(property, { numRuns: RUNS, ...limits });
});

function isAccepted(bytes: Uint8Array): boolean {
  try {
    decodeTariff(bytes);
    return true;
  } catch (error) {
    if (error instanceof TariffError) return false;
    throw error;
  }
}
