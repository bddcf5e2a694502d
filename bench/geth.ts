// npm run bench:geth: what a private network of Geth nodes bears on this machine. Prints it and writes geth.json; README.md here explains each figure.
// Ends with 1 when a bar is missed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { compileContracts } from '../script/run/compile.ts';
import { buildPage, servePage } from '../script/run/page.ts';
import { unusedPort } from '../script/run/ports.ts';
import { step } from '../script/run/steps.ts';
import type { World } from './geth/world.ts';

/** Connections that are read and billed: with one sealer, and with three on the same cores. */
const MANY = 100_000;
const FEWER = 40_000;
/** APDCL's; docs/performance.md has the arithmetic. */
const CONSUMERS = 6_900_000;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

bench().then(process.exit, (error) => {
  console.error(error.message);
  process.exit(1);
});

async function bench(): Promise<number> {
  await compileContracts();
  const page = mkdtempSync(join(tmpdir(), 'bijuli-bench-'));
  process.once('exit', () => rmSync(page, { recursive: true, force: true }));
  await step('Building the page', () => buildPage(page, 'production'));
  const port = await unusedPort();
  await servePage(page, port);
  // These need the ABI that has just been written.
  const { measureClick } = await import('./geth/click.ts');
  const { measureBilling, measureSync } = await import('./geth/measure.ts');
  const { startWorld } = await import('./geth/world.ts');

  const on = async <T>(sealers: number, connections: number, measure: (world: World) => Promise<T>): Promise<T> => {
    const world = await step(`Starting ${sealers} of the sealers`, () => startWorld(sealers, connections, port));
    try {
      return await measure(world);
    } finally {
      await world.network.stop();
    }
  };
  const { click, alone, syncSeconds } = await on(1, MANY, async (world) => {
    writeFileSync(join(page, 'config.json'), JSON.stringify(world.network.config));
    const pay = () => measureClick(world.network, `http://127.0.0.1:${port}`, world.numbers[0] ?? 0n);
    return {
      click: await step('Paying through the page', pay),
      alone: await step(`Reading and billing ${MANY} connections`, () => measureBilling(world)),
      syncSeconds: await step('Copying the chain', () => measureSync(world.network)),
    };
  });
  const shared = await on(3, FEWER, (world) =>
    step(`Reading and billing ${FEWER} connections`, () => measureBilling(world)),
  );

  const results = {
    billsPerSecond: { 1: Math.round(alone.bills.perSecond), 3: Math.round(shared.bills.perSecond) },
    readingsPerSecond: { 1: Math.round(alone.readings.perSecond), 3: Math.round(shared.readings.perSecond) },
    hundredThousandConnectionsSeconds: Math.round(
      ((alone.readings.seconds + alone.bills.seconds) * 100_000) / alone.bills.rows,
    ),
    databaseBytesPerMillionBills: Math.round(alone.bytesPerBill * 1_000_000),
    syncSeconds: Math.round(syncSeconds * 10) / 10,
    paymentCreditedBlocks: click.blocks,
    paymentCreditedSeconds: Math.round(click.seconds * 10) / 10,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  };
  console.log(JSON.stringify(results, null, 2));
  const hours = (CONSUMERS / results.readingsPerSecond[1] + CONSUMERS / results.billsPerSecond[1]) / 3600;
  console.log(
    `A month of ${CONSUMERS} consumers: ${CONSUMERS} ÷ ${results.readingsPerSecond[1]} readings/s + ${CONSUMERS} ÷ ${results.billsPerSecond[1]} bills/s = ${hours.toFixed(1)} hours.`,
  );
  writeFileSync(new URL('geth.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
  const bars = [
    { what: 'bills a second with one sealer, at least 1,000', isMet: results.billsPerSecond[1] >= 1000 },
    { what: 'payment credited within two blocks', isMet: results.paymentCreditedBlocks <= 2 },
  ];
  for (const { what, isMet } of bars) console.log(`${what}: ${isMet ? 'met' : 'NOT MET'}`);
  return bars.every(({ isMet }) => isMet) ? 0 : 1;
}
