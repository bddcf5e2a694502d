import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createPublicClient, http } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { type Config, parseConfig } from '../../src/chain/config.ts';
import { type Contracts, configFor } from '../run/configFor.ts';
import { deployContracts } from '../run/deployContracts.ts';
import { readDeploySettings } from '../run/deploySettings.ts';
import type { Description } from './description.ts';
import { confirmationsFor } from './finality.ts';
import { accountKey, pathsIn } from './folder.ts';

type Network = { folder: string; description: Description };

/** The page's configuration: of the network's contracts, which are deployed where there are none yet, and otherwise as the description now says. */
export async function ensureContracts(network: Network): Promise<Config> {
  const file = pathsIn(network.folder).config;
  if (existsSync(file)) return writeConfig(network, await contractsIn(network, file));
  const { folder, description } = network;
  const address = (name: Parameters<typeof accountKey>[1]) => privateKeyToAddress(accountKey(folder, name));
  const settings = readDeploySettings({
    ...description.deployment,
    ADMIN: address('admin'),
    TARIFF_OFFICER: address('tariff-officer'),
    OPERATOR: address('operator'),
    READER: address('reader'),
    TREASURER: address('treasurer'),
  });
  const signers = { deployerKey: accountKey(folder, 'deployer'), adminKey: accountKey(folder, 'admin') };
  return writeConfig(network, await deployContracts(rpcUrlsOf(description)[0] ?? '', settings, signers));
}

/** Writes the page's configuration for contracts that are on the chain. */
export async function writeConfig({ folder, description }: Network, contracts: Contracts): Promise<Config> {
  const config = await configFor(rpcUrlsOf(description)[0] ?? '', contracts, {
    boardName: description.board,
    chainName: description.name,
    coin: description.coin,
    rpcUrls: publicUrlsOf(description),
    confirmations: confirmationsFor(description.sealers.length),
    blockSeconds: description.blockSeconds,
  });
  writeFileSync(pathsIn(folder).config, `${JSON.stringify(config, null, 2)}\n`);
  return config;
}

/** Where the nodes themselves listen. */
export function rpcUrlsOf({ rpcNodes }: Description): string[] {
  return rpcNodes.map(({ host, httpPort }) => `http://${host}:${httpPort}`);
}

/** By which browsers and wallets reach them. */
function publicUrlsOf(description: Description): string[] {
  const own = rpcUrlsOf(description);
  return description.rpcNodes.map(({ url }, i) => url ?? own[i] ?? '');
}

/** @throws Error of one line when the file is of another chain, or its contracts are not there. */
async function contractsIn({ description }: Network, file: string): Promise<Contracts> {
  const config = readConfig(file);
  const client = createPublicClient({ transport: http(rpcUrlsOf(description)[0]) });
  const [genesis, code] = await Promise.all([
    client.getBlock({ blockNumber: 0n }),
    client.getCode({ address: config.contracts.electricityBilling }),
  ]);
  const { id, genesisHash } = config.chain;
  if (genesisHash !== genesis.hash || id !== description.chainId)
    throw new Error(
      `${file} points to another chain (id ${id}, first block ${genesisHash}; here ${description.chainId}, ${genesis.hash}): move it away to have the contracts deployed here.`,
    );
  if (!code)
    throw new Error(
      `${file} names ${config.contracts.electricityBilling}, where this chain has no contract: move the file away to have the contracts deployed.`,
    );
  return { ...config.contracts, deploymentBlock: config.deploymentBlock };
}

function readConfig(file: string): Config {
  try {
    return parseConfig(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`${file} can't be used (${(error as Error).message}): move it away, or put the right one back.`);
  }
}
