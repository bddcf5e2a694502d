// Measures what README.md here explains, prints it, and writes results.json. Ends with 1 when a bar is missed.
import { writeFileSync } from 'node:fs';
import { size } from 'viem';
import { startAnvil } from '../script/run/anvil.ts';
import { compileContracts } from '../script/run/compile.ts';
import { linkedLibraries } from '../script/run/linkedLibraries.ts';
import { unusedPort } from '../script/run/ports.ts';
import { step } from '../script/run/steps.ts';

// What is started ends with this process, so leaving it is enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

bench().then(process.exit, (error) => {
  console.error(error.message);
  process.exit(1);
});

async function bench(): Promise<number> {
  await compileContracts();
  // These need the ABI that has just been written.
  const { GENESIS_TIME } = await import('./board.ts');
  const { measureGas } = await import('./gas.ts');
  const { compileNaive, measureNaive } = await import('./naive.ts');
  const { measureBuiltPage } = await import('./page.ts');
  const { barsOf, printResults, serialize } = await import('./results.ts');

  const { world, gas } = await step('Measuring gas', async () => {
    const { rpcUrl } = await startAnvil(await unusedPort(), GENESIS_TIME);
    return measureGas(rpcUrl);
  });
  const naive = await step('Measuring the naive contracts', async () => {
    await compileNaive();
    return measureNaive(world);
  });
  const codeSize = async (address: `0x${string}`) => size((await world.client.getCode({ address })) ?? '0x');
  const { tariffBook, electricityBilling } = world.config.contracts;
  const libraries = await linkedLibraries(world.client, 'ElectricityBilling', electricityBilling);
  const contracts = {
    TariffBook: await codeSize(tariffBook),
    ElectricityBilling: await codeSize(electricityBilling),
    ...Object.fromEntries(libraries.map(({ name, code }) => [name, size(code)])),
  };
  const { firstLoadJsGzip, history } = await step('Measuring the page', measureBuiltPage);

  const results = { gas: { ...gas, ...naive }, bytes: { firstLoadJsGzip, contracts }, history };
  printResults(results);
  writeFileSync(new URL('results.json', import.meta.url), serialize(results));
  return barsOf(results).every(({ is, bar }) => is <= bar) ? 0 : 1;
}
