import { hexToString, zeroAddress } from 'viem';
import { getBlock, getChainId, getCode } from 'viem/actions';
import { type ChainClient, createChainClient } from './client.ts';
import { type Config, fetchConfig } from './config.ts';
import { type Contracts, contractsOf, type Deployment, type Facts } from './deployment.ts';
import { fetchHead } from './head.ts';
import { read } from './read.ts';
import { chainWasReset } from './tip.ts';

/** No node answers (`node`), or the one that does has not the deployment that config.json describes. */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly reason: 'node' | 'otherChain' | 'otherGenesis' | 'noCode' | 'otherCode' | 'otherBook';
  readonly found: string;
  readonly wanted: string;

  constructor(reason: StartError['reason'], found: string, wanted: string) {
    super(`${reason}: found ${found}, wanted ${wanted}`);
    this.reason = reason;
    this.found = found;
    this.wanted = wanted;
  }
}

/** Opens the deployment that `config.json` describes. @throws ConfigError, StartError */
export async function start(): Promise<Deployment> {
  return openDeployment(await fetchConfig());
}

/**
 * Checks a deployment and reads everything the page must know before it can show anything, in two requests.
 * @throws StartError
 */
export async function openDeployment(config: Config): Promise<Deployment> {
  const client = createChainClient(config);
  const contracts = contractsOf(config);
  await checkChain(client, config);
  const id = `${config.chain.id}.${config.chain.genesisHash}.${config.contracts.electricityBilling.toLowerCase()}`;
  const [facts, head, wasReset] = await Promise.all([
    readFacts(client, contracts),
    fetchHead(client),
    chainWasReset(client, id, config),
  ]);
  return { config, client, contracts, facts, head, id, wasReset };
}

async function checkChain(client: ChainClient, { chain, contracts }: Config): Promise<void> {
  const addresses = [contracts.tariffBook, contracts.electricityBilling];
  const [id, genesis, ...codes] = await Promise.all([
    getChainId(client),
    getBlock(client, { blockNumber: 0n }),
    ...addresses.map((address) => getCode(client, { address })),
  ]).catch((error: Error) => {
    throw new StartError('node', error.message, chain.rpcUrls.join(', '));
  });
  if (id !== chain.id) throw new StartError('otherChain', String(id), String(chain.id));
  if (genesis.hash !== chain.genesisHash) throw new StartError('otherGenesis', genesis.hash, chain.genesisHash);
  const missing = addresses.find((_, index) => !codes[index]);
  if (missing) throw new StartError('noCode', '–', missing);
}

async function readFacts(client: ChainClient, { tariffBook, electricityBilling }: Contracts): Promise<Facts> {
  const [currency, utcOffset, noticePeriod, asset, unit, step, plausibilityPercent, book] = await Promise.all([
    read(client, tariffBook, 'currency', []),
    read(client, tariffBook, 'utcOffset', []),
    read(client, tariffBook, 'noticePeriod', []),
    read(client, electricityBilling, 'asset', []),
    read(client, electricityBilling, 'unit', []),
    read(client, electricityBilling, 'step', []),
    read(client, electricityBilling, 'plausibilityPercent', []),
    read(client, electricityBilling, 'tariffBook', []),
  ]).catch((error: Error) => {
    throw new StartError('otherCode', error.message, electricityBilling.address);
  });
  if (book.toLowerCase() !== tariffBook.address.toLowerCase())
    throw new StartError('otherBook', book, tariffBook.address);
  const token = asset === zeroAddress ? null : asset;
  return { currency: hexToString(currency), utcOffset, noticePeriod, asset: token, unit, step, plausibilityPercent };
}
