// The whole system on a laptop: a chain, the contracts, two years of history and the page. See start.mjs for how it is called.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BaseError } from 'viem';
import { printWelcome } from './demo/welcome.ts';
import { startAnvil } from './run/anvil.ts';
import { compileContracts } from './run/compile.ts';
import { buildPage, DEMO_PAGE, servePage } from './run/page.ts';
import { freePort } from './run/ports.ts';
import { step } from './run/steps.ts';

// What is started ends with this process, so leaving it is enough.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

start().catch((error) => {
  console.error(error instanceof BaseError ? error.shortMessage.replaceAll('\n', ' ') : error.message);
  process.exit(1);
});

async function start(): Promise<void> {
  const rpcPort = await freePort('BIJULI_RPC_PORT', 8545);
  const pagePort = await freePort('BIJULI_PAGE_PORT', 5173);

  await compileContracts();
  // These need the ABI that has just been written.
  const { deployDemo } = await import('./demo/deployDemo.ts');
  const { genesisTimeFor, seedDemo } = await import('./demo/seed.ts');

  const now = Math.floor(Date.now() / 1000);
  const { rpcUrl, ended } = await step('Starting the chain', () => startAnvil(rpcPort, genesisTimeFor(now)));
  const chainStopped = ended.then(() => {
    throw new Error('The chain has stopped.');
  });
  const fillChain = async () => {
    const config = await step('Deploying the contracts', () => deployDemo(rpcUrl));
    await step('Loading two years of readings, bills and payments', () => seedDemo(rpcUrl, config.contracts, now));
    return config;
  };
  const showPage = async () => {
    const [config] = await Promise.all([fillChain(), step('Building the page', () => buildPage(DEMO_PAGE, 'demo'))]);
    writeFileSync(join(DEMO_PAGE, 'config.json'), JSON.stringify(config, null, 2));
    await step('Serving the page', () => servePage(DEMO_PAGE, pagePort));
    printWelcome(config, pagePort);
  };
  await Promise.race([showPage(), chainStopped]);
  await chainStopped;
}
