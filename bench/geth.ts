// npm run bench:geth: what a private network of Geth nodes bears on this machine. Prints it and writes geth.json; README.md here explains each figure.
// Ends with 1 when a bar is missed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { forge } from '../script/run/forge.ts';
import { buildPage, servePage } from '../script/run/page.ts';
import { unusedPort } from '../script/run/ports.ts';
import { step } from '../script/run/steps.ts';

/** Connections that are read and billed: with one sealer, and with three on the same cores. */
const MANY = Number(process.env.BENCH_CONNECTIONS ?? 100_000);
const FEWER = Math.ceil((MANY * 2) / 5);
/** APDCL's consumers: design of the projection in docs/performance.md. */
const CONSUMERS = 6_900_000;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

bench().then(process.exit, (error) => {
  console.error(error.message);
  process.exit(1);
});

async function bench(): Promise<number> {
  await step('Compiling the contracts', async () => {
    await forge(['build', 'script/Deploy.s.sol']);
    await import('../script/abi.ts');
  });
  const page = mkdtempSync(join(tmpdir(), 'bijuli-bench-'));
  process.once('exit', () => rmSync(page, { recursive: true, force: true }));
  await step('Building the page', () => buildPage(page, 'production'));
  const port = await unusedPort();
  await servePage(page, port);
  // These need the ABI that has just been written.
  const { measureClick } = await import('./geth/click.ts');
  const { measureBilling, measureSync } = await import('./geth/measure.ts');
  const { startWorld } = await import('./geth/world.ts');

  const one = await step('Starting one sealer', () => startWorld(1, MANY, port));
  writeFileSync(join(page, 'config.json'), JSON.stringify(one.network.config));
  const origin = `http://127.0.0.1:${port}`;
  const click = await step('Paying through the page', () => measureClick(one.network, origin, one.numbers[0] ?? 0n));
  const alone = await step(`Reading and billing ${MANY} connections`, () => measureBilling(one));
  const syncSeconds = await step('Copying the chain', () => measureSync(one.network));
  await one.network.stop();
  const three = await step('Starting three sealers', () => startWorld(3, FEWER, port));
  const shared = await step(`Reading and billing ${FEWER} connections`, () => measureBilling(three));
  await three.network.stop();

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
