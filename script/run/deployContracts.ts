import {
  type Address,
  createPublicClient,
  getAddress,
  type Hex,
  http,
  isAddressEqual,
  type WalletActions,
  walletActions,
} from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { checkAsset } from './checkAsset.ts';
import { checkDeployment } from './checkDeployment.ts';
import type { DeploySettings } from './deploySettings.ts';
import { forge } from './forge.ts';

/** Private keys to sign with, or an account that the node itself signs for. */
export type Signers = { deployerKey: Hex; adminKey?: Hex | undefined } | { unlocked: Address };

export type Deployed = {
  tariffBook: Address;
  electricityBilling: Address;
  /** Block of the first of both. */
  deploymentBlock: number;
  /** The deployer is admin until the admin accepts the role. */
  adminMustAccept: boolean;
};

/**
 * Runs script/Deploy.s.sol against a chain, and checks on that chain that code and roles are where they belong. forge deploys the libraries first: with
 * the chain's CREATE2 factory where it has one, else from the deployer.
 * @throws Error of one line: the node doesn't answer, the deployer has no money, the asset won't do, a key is wrong, forge fails, the check fails.
 */
export async function deployContracts(rpcUrl: string, settings: DeploySettings, signers: Signers): Promise<Deployed> {
  const client = createPublicClient({ transport: http(rpcUrl, { batch: true, retryCount: 0 }) }).extend(walletActions);
  const deployer = 'unlocked' in signers ? signers.unlocked : privateKeyToAddress(signers.deployerKey);
  const balance = await client.getBalance({ address: deployer }).catch((error) => {
    throw new Error(`No node answers at ${rpcUrl} (${error.details ?? error.message}).`);
  });
  if (balance === 0n) throw new Error(`${deployer} has no money on this chain to pay for the deployment.`);

  await checkAsset(client, settings);

  const adminSigns = await canAdminSign(client, getAddress(settings.ADMIN), deployer, signers);
  // Slow: one after the other. Sent together, transactions of two accounts overtake each other.
  const args = [
    'script',
    'script/Deploy.s.sol',
    '--rpc-url',
    rpcUrl,
    '--broadcast',
    '--slow',
    '--non-interactive',
    '--json',
    // Of the libraries.
    '--sender',
    deployer,
  ];
  const output = await forge('unlocked' in signers ? [...args, '--unlocked'] : args, {
    ...settings,
    DEPLOYER: deployer,
    ADMIN_SIGNS: String(adminSigns),
    ...('deployerKey' in signers && { DEPLOYER_PRIVATE_KEY: signers.deployerKey }),
    ...('adminKey' in signers && { ADMIN_PRIVATE_KEY: signers.adminKey }),
  });
  const deployed = { ...createdIn(output), adminMustAccept: !adminSigns };
  await checkDeployment(client, settings, deployer, deployed);
  return deployed;
}

async function canAdminSign(
  client: WalletActions,
  admin: Address,
  deployer: Address,
  signers: Signers,
): Promise<boolean> {
  if (isAddressEqual(admin, deployer)) return true;
  if ('unlocked' in signers) return (await client.getAddresses()).some((own) => isAddressEqual(own, admin));
  if (!signers.adminKey) return false;
  const owner = privateKeyToAddress(signers.adminKey);
  if (!isAddressEqual(owner, admin))
    throw new Error(`ADMIN_PRIVATE_KEY is the key of ${owner}, but ADMIN is ${admin}.`);
  return true;
}

/** What forge says of each transaction that it sent, one JSON object a line. */
type Sent = { contract_name?: string; contract_address?: Address | null; block_number?: number };

function createdIn(output: string): Omit<Deployed, 'adminMustAccept'> {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  const created = lines.map((line): Sent => JSON.parse(line)).filter(({ contract_address }) => contract_address);
  const [book, billing] = ['TariffBook', 'ElectricityBilling'].map((name) =>
    created.find((sent) => sent.contract_name === name),
  );
  if (!book?.contract_address || !billing?.contract_address || book.block_number === undefined) {
    throw new Error('forge script: the contracts were not created.');
  }
  return {
    tariffBook: book.contract_address,
    electricityBilling: billing.contract_address,
    deploymentBlock: book.block_number,
  };
}
