// Deploys to any chain and writes the page's config.json:
//
//   npm run deploy -- --rpc-url http://127.0.0.1:8545 [--out dist/config.json] [--unlocked 0x…]
//
// Everything else is read from the environment, or from the file .env: deploy.env.example names and explains it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { type Hex, isAddress, isHex, size } from 'viem';
import { checkPresentation, configFor, type Presentation } from './run/configFor.ts';
import { deployContracts, type Signers } from './run/deployContracts.ts';
import { readDeploySettings } from './run/deploySettings.ts';

const USAGE = 'Usage: npm run deploy -- --rpc-url <URL> [--out <config.json>] [--unlocked <address>]';

try {
  await deploy();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function deploy(): Promise<void> {
  const options = {
    'rpc-url': { type: 'string' },
    out: { type: 'string', default: 'dist/config.json' },
    unlocked: { type: 'string' },
  } as const;
  const { 'rpc-url': rpcUrl, out, unlocked } = parseArgs({ options }).values;
  if (!rpcUrl) throw new Error(USAGE);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readDeploySettings(process.env);
  const presentation = presentationFrom(process.env, rpcUrl, settings.CURRENCY);
  checkPresentation(presentation);
  const deployed = await deployContracts(rpcUrl, settings, signersFrom(unlocked));
  const config = await configFor(rpcUrl, deployed, presentation);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(config, null, 2)}\n`);

  console.log(`TariffBook          ${deployed.tariffBook}\nElectricityBilling  ${deployed.electricityBilling}`);
  console.log(`Code and roles are as they should be. Wrote ${out}: put it beside the page.`);
  if (deployed.adminMustAccept) {
    console.log(
      `The deployer is still admin: ${settings.ADMIN} must call acceptDefaultAdminTransfer on both contracts.`,
    );
    console.log(`It can do so ${settings.ADMIN_DELAY_SECONDS} seconds from now.`);
  }
}

function signersFrom(unlocked: string | undefined): Signers {
  if (unlocked === undefined)
    return {
      deployerKey: keyIn('DEPLOYER_PRIVATE_KEY'),
      adminKey: process.env.ADMIN_PRIVATE_KEY ? keyIn('ADMIN_PRIVATE_KEY') : undefined,
    };
  if (!isAddress(unlocked))
    throw new Error(`--unlocked is "${unlocked}"; it must be an address: 0x and 40 hexadecimal digits.`);
  return { unlocked };
}

/** A private key from the environment; what it holds is never shown. */
function keyIn(variable: string): Hex {
  const key = process.env[variable];
  if (!key) throw new Error(`${variable} is missing. (A node that signs by itself: --unlocked <address>.)`);
  if (!isHex(key) || size(key) !== 32)
    throw new Error(`${variable} is not a private key: 0x and 64 hexadecimal digits.`);
  return key;
}

function presentationFrom(env: NodeJS.ProcessEnv, rpcUrl: string, currency: string): Presentation {
  return {
    boardName: env.BOARD_NAME ?? 'Electricity Board',
    chainName: env.CHAIN_NAME ?? 'Bijuli',
    coin: { name: env.COIN_NAME ?? currency, symbol: env.COIN_SYMBOL ?? currency },
    rpcUrls: env.PAGE_RPC_URLS?.split(' ') ?? [rpcUrl],
    confirmations: Number(env.CONFIRMATIONS ?? 12),
    ...(env.BLOCK_SECONDS && { blockSeconds: Number(env.BLOCK_SECONDS) }),
  };
}
