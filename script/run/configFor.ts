import { createPublicClient, type Hash, http, zeroAddress, zeroHash } from 'viem';
import { type Config, parseConfig } from '../../src/chain/config.ts';
import type { Deployed } from './deployContracts.ts';

/** What the page is to show of a deployment that can't be read from the chain. */
export type Presentation = {
  boardName: string;
  chainName: string;
  coin: { name: string; symbol: string };
  /** Nodes for the page, the first that answers. */
  rpcUrls: string[];
  /** Blocks after which nothing is expected to change any more. */
  confirmations: number;
  /** Between blocks, of a chain that makes them steadily. */
  blockSeconds?: number;
  demo?: Config['demo'];
};

/** Where the contracts are, and from which block on. */
export type Contracts = Omit<Deployed, 'adminMustAccept'>;

/**
 * The page's config.json for a deployment.
 * @param rpcUrl Any node of the chain.
 * @throws ConfigError when the page would refuse it.
 */
export async function configFor(rpcUrl: string, contracts: Contracts, presentation: Presentation): Promise<Config> {
  const client = createPublicClient({ transport: http(rpcUrl, { batch: true }) });
  const [id, genesis] = await Promise.all([client.getChainId(), client.getBlock({ blockNumber: 0n })]);
  return compose(id, genesis.hash, contracts, presentation);
}

/** What can be known before a deployment, so that no deployment ends without a config.json. @throws ConfigError */
export function checkPresentation(presentation: Presentation): void {
  const nothing = { tariffBook: zeroAddress, electricityBilling: zeroAddress, deploymentBlock: 0 };
  compose(1, zeroHash, nothing, presentation);
}

function compose(id: number, genesisHash: Hash, contracts: Contracts, presentation: Presentation): Config {
  const { boardName, chainName, coin, rpcUrls, confirmations, blockSeconds, demo } = presentation;
  const { tariffBook, electricityBilling, deploymentBlock } = contracts;
  return parseConfig({
    board: { name: boardName },
    chain: { id, name: chainName, coin, genesisHash, rpcUrls, ...(blockSeconds !== undefined && { blockSeconds }) },
    contracts: { tariffBook, electricityBilling },
    deploymentBlock,
    confirmations,
    ...(demo && { demo }),
  });
}
